package io.plumbline.cloudformation;

import io.plumbline.cloudformation.Bounds.Load;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Document;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The templates of a design: one where that is enough, else a root and nested ones. Root names each
 * nested template by the hash of its content, so that root says all.
 *
 * @param split what stands where
 * @param root the template of the root, or the only one
 * @param nested the nested templates by number
 */
record Templates(Split split, TemplateFile root, SortedMap<Integer, TemplateFile> nested) {

  /**
   * The templates of a legal graph.
   *
   * @param standing stacks by logical id, of what stands already; empty before the first deploy
   */
  static Templates of(
      ResourceGraph legal, Target target, Bounds bounds, Map<String, Integer> standing) {
    Map<String, Map<Document, Value.Obj>> documents = Split.documents(legal);
    int count = documents.values().stream().mapToInt(Map::size).sum();
    boolean isSplit = standing.values().stream().anyMatch(stack -> stack != Placement.ROOT);
    GraphNames names = new GraphNames(legal);
    Split whole = new Split(legal, documents, Placement.whole(legal));
    if (count <= bounds.whole().resources() && !isSplit) {
      Templates one = write(whole, names, target);
      if (one.root().length() <= bounds.whole().bytes()) {
        return one;
      }
    }
    Template template = new Template(whole, Placement.ROOT, names, target);
    Map<String, Load> loads = new HashMap<>();
    for (Resource resource : whole.resources(Placement.ROOT)) {
      loads.put(resource.address(), Loads.of(template, resource));
    }
    Room room = new Room(legal, documents, loads);
    Placement placement = Placing.of(legal, bounds, room, standing);
    return write(new Split(legal, documents, placement), names, target);
  }

  /** All in one template, however large. */
  static Templates whole(ResourceGraph legal, Target target) {
    Split whole = new Split(legal, Split.documents(legal), Placement.whole(legal));
    return write(whole, new GraphNames(legal), target);
  }

  private static Templates write(Split split, GraphNames names, Target target) {
    SortedMap<Integer, TemplateFile> nested = new TreeMap<>();
    Map<Integer, String> files = new LinkedHashMap<>();
    for (int number : split.placement().nested()) {
      Value.Obj body = new Template(split, number, names, target).root(Map.of());
      TemplateFile file = new TemplateFile(YamlWriter.write(body));
      nested.put(number, file);
      files.put(number, file.name());
    }
    Value.Obj body = new Template(split, Placement.ROOT, names, target).root(files);
    return new Templates(split, new TemplateFile(YamlWriter.write(body)), nested);
  }

  boolean isOne() {
    return nested.isEmpty();
  }

  /** The templates by file name. */
  SortedMap<String, TemplateFile> files() {
    SortedMap<String, TemplateFile> files = new TreeMap<>();
    files.put(CloudFormationFormat.FILE, root);
    nested.forEach((number, file) -> files.put(NestedStack.file(number), file));
    return files;
  }
}

package io.plumbline.terraform;

import io.plumbline.files.Zip;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Spelling;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Terraform wants in files of their own, zipped: a function's code. Each lies beside the
 * configuration, which names it and its digest, so that a change of the code is a change of the
 * plan.
 */
final class Archives {
  private Archives() {}

  /** The files of a graph by name. */
  static Map<String, Artefact> of(ResourceGraph graph) {
    Map<String, Artefact> files = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      each(
          resource,
          (zipped, text) -> files.put(file(resource), Artefact.of(Zip.of(zipped.entry(), text))));
    }
    return files;
  }

  /** The members of a resource's main document that name its files. */
  static Map<String, Value> members(Resource resource) {
    Map<String, Value> members = new LinkedHashMap<>();
    each(
        resource,
        (zipped, text) -> {
          members.put(zipped.file(), Value.text("${path.module}/" + file(resource)));
          members.put(zipped.digest(), Value.text(Zip.digest(Zip.of(zipped.entry(), text))));
        });
    return members;
  }

  private interface Visitor {
    void visit(Spelling.Zipped zipped, String text);
  }

  private static void each(Resource resource, Visitor visitor) {
    for (Attribute attribute : resource.kind().shape().attributes()) {
      if (resource.isOurs()
          && attribute.spelling(Dialect.TERRAFORM) instanceof Spelling.Zipped zipped
          && resource.attributes().get(attribute.name()) instanceof Value.Text text) {
        visitor.visit(zipped, text.value());
      }
    }
  }

  private static String file(Resource resource) {
    return TerraformAddress.local(resource.address()) + ".zip";
  }
}

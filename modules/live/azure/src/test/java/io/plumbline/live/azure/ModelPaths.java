package io.plumbline.live.azure;

import io.plumbline.azure.kinds.Arm;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Spelling;
import io.plumbline.testkit.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the documents that a kind is read from, held against the SDK's type for it. Paths read as
 * {@code properties/sku/name}; lists are looked through.
 *
 * @param reads all reads that answer this type, by the names of their documents, the main one first
 */
record ModelPaths(ResourceKind kind, Class<?> model, Map<String, Read> reads) {
  /** What a reader says beside what Azure answers: where a thing is. */
  private static final Set<String> PLACE = Set.of("resourceGroup", "parent");

  /** What all of Azure has, and which is gone into: an id is none of anybody's settings. */
  private static final Set<String> OUTER = Set.of("id", "properties");

  private static final String RESOURCES = ".fluent.models";

  /** The documents of a kind; those of the same type are one, asked in several ways. */
  static List<ModelPaths> of(ResourceKind kind) {
    Map<Class<?>, Map<String, Read>> byModel = new LinkedHashMap<>();
    kind.reads()
        .forEach(
            (name, read) ->
                byModel.computeIfAbsent(row(read), m -> new LinkedHashMap<>()).put(name, read));
    List<ModelPaths> all = new ArrayList<>();
    byModel.forEach((model, reads) -> all.add(new ModelPaths(kind, model, reads)));
    return all;
  }

  static String type(Read read) {
    AzureOperation operation = AzureOperation.parse(read.operation());
    if (operation == null) {
      throw new IllegalStateException("no operation: " + read.operation());
    }
    return operation.type();
  }

  private static Class<?> row(Read read) {
    Class<?> model = ReadTypes.of(type(read));
    for (String member : read.rows()) {
      ModelFields.Field inside = ModelFields.of(model).get(member);
      if (inside == null || inside.type() == null) {
        throw new IllegalStateException(model + " lists no " + member);
      }
      model = inside.type();
    }
    return model;
  }

  /** What stands before paths of a document: {@code blob:}. */
  private static String prefix(String document) {
    return document.isEmpty() ? "" : document + ":";
  }

  private String main() {
    return prefix(reads.keySet().iterator().next());
  }

  /** Places where the kind reads, without what a reader says of where things are. */
  Set<String> declared() {
    Set<String> written = Paths.writtenBy(kind, Arm.API);
    Set<String> declared = new TreeSet<>();
    for (String document : reads.keySet()) {
      written.stream()
          .filter(path -> path.substring(0, path.indexOf(':') + 1).equals(prefix(document)))
          .map(path -> path.substring(path.indexOf(':') + 1))
          .forEach(declared::add);
      declared.addAll(reads.get(document).where().keySet());
    }
    declared.removeAll(PLACE);
    return declared;
  }

  /** Places that are read and that the type does not have. */
  Set<String> wrong() {
    Map<String, ModelFields.Field> known = new TreeMap<>();
    collect("", model, List.of(), null, known);
    Set<String> wrong = declared();
    wrong.removeIf(path -> known.containsKey(path) || isOpen(path, known));
    return wrong.stream().map(path -> main() + path).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOpen(String path, Map<String, ModelFields.Field> known) {
    for (int cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      ModelFields.Field above = known.get(path.substring(0, cut));
      if (above != null) {
        return above.isOpen();
      }
    }
    return false;
  }

  /** Everything that the type holds, whoever sets it. */
  Set<String> fields() {
    Map<String, ModelFields.Field> known = new TreeMap<>();
    collect("", model, List.of(), null, known);
    return known.keySet().stream().map(path -> main() + path).collect(Collectors.toSet());
  }

  /**
   * What somebody can set and the kind neither reads nor explains: a record as a whole, where
   * nothing in it is. What the type never writes is Azure's alone; where the kind reads the id of
   * something, the rest is that thing's own.
   */
  Set<String> unexplained() {
    Set<String> declared = declared();
    NavigableMap<String, ModelFields.Field> known = new TreeMap<>();
    collect("", model, List.of(), declared, known);
    Set<String> left = new TreeSet<>();
    known.forEach(
        (path, field) -> {
          if (isSettable(path, field, known) && !declared.contains(path) && !explains(path)) {
            left.add(path);
          }
        });
    left.removeAll(OUTER);
    return left.stream()
        .filter(path -> !left.contains(path.substring(0, Math.max(0, path.lastIndexOf('/')))))
        .map(path -> main() + path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isSettable(
      String path, ModelFields.Field field, NavigableMap<String, ModelFields.Field> known) {
    return field.isSettable()
        && (field.type() == null
            || known.subMap(path + "/", path + "0").values().stream()
                .anyMatch(inside -> inside.isSettable() && inside.type() == null));
  }

  private boolean explains(String path) {
    return kind.notOurs().keySet().stream().anyMatch(not -> covers(not, main() + path))
        || kind.shape().attributes().stream().anyMatch(each -> isSaidElsewhere(each, path));
  }

  /** Of what templates say in a list, and the API's reader takes for kinds of their own. */
  private static boolean isSaidElsewhere(Attribute attribute, String path) {
    return attribute.spelling(Arm.API) instanceof Spelling.Absent
        && attribute.spelling(Arm.ARM) instanceof Spelling.At at
        && covers(String.join("/", at.path()), path);
  }

  private static boolean covers(String explained, String path) {
    return path.equals(explained) || path.startsWith(explained + "/");
  }

  /**
   * Goes through a type; what is inside itself ends there.
   *
   * @param references the places that are read, where only what can be set counts: nothing inside
   *     what is never written, nor of what is referred to; null for everything
   */
  private static void collect(
      String prefix,
      Class<?> type,
      List<Class<?>> around,
      @Nullable Set<String> references,
      Map<String, ModelFields.Field> to) {
    List<Class<?>> here = new ArrayList<>(around);
    here.add(type);
    ModelFields.of(type)
        .forEach(
            (name, field) -> {
              String path = prefix + name;
              to.put(path, field);
              Class<?> inner = field.type();
              boolean ends =
                  inner == null
                      || here.contains(inner)
                      || (references != null && isElsewhere(path, field, inner, references));
              if (!ends) {
                collect(path + "/", inner, here, references, to);
              }
            });
  }

  private static boolean isElsewhere(
      String path, ModelFields.Field field, Class<?> inner, Set<String> references) {
    return !field.isSettable()
        || (references.contains(path + "/id") && inner.getPackageName().endsWith(RESOURCES));
  }
}

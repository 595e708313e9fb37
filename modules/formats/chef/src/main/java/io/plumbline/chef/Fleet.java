package io.plumbline.chef;

import io.plumbline.files.Digest;
import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Machines that are set up alike, and the files that all of them have.
 *
 * @param machines what is said of each
 */
record Fleet(String id, List<Obj> machines, List<Managed> files) {

  /**
   * A file that machines get whole.
   *
   * @param source where its content stands in the cookbook
   * @param content text; joined with references where another site has what it names
   */
  record Managed(String source, Value content, Obj said) {
    /** A part of a path may have 255 letters, on most file systems. */
    private static final int LONGEST = 200;

    static Managed of(Obj said) {
      String source = text(said, "fleet") + escaped(text(said, "path"));
      return new Managed(source, said.get("content"), said);
    }

    /** A path with nothing in it that means something to any file system. */
    private static String escaped(String path) {
      StringBuilder out = new StringBuilder();
      for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (b & 0xff);
        boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._@+=-".indexOf(c) >= 0);
        out.append(plain ? String.valueOf(c) : String.format("%%%02x", (int) c));
      }
      String plain = out.toString().replace("/..", "/%2e%2e").replace("//", "/%2f");
      return plain.length() > LONGEST ? "/" + Digest.of(path) : plain;
    }
  }

  /** The fleets of a graph, by id, in its order. */
  static Map<String, Fleet> of(ResourceGraph graph) {
    Map<String, Fleet> fleets = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (!resource.kind().documents(Dialect.ANSIBLE).isEmpty()) {
        Documents.of(resource, Dialect.ANSIBLE)
            .forEach((document, said) -> add(document, said, fleets));
      }
    }
    return fleets;
  }

  private static void add(Document document, Obj said, Map<String, Fleet> fleets) {
    switch (document.type()) {
      case "host" -> in(said, fleets).machines.add(said);
      case "file" -> in(said, fleets).files.add(Managed.of(said));
      default -> {
        // Whatever else Ansible's roles do is no part of the cookbook.
      }
    }
  }

  private static Fleet in(Obj said, Map<String, Fleet> fleets) {
    return fleets.computeIfAbsent(
        text(said, "fleet"), id -> new Fleet(id, new ArrayList<>(), new ArrayList<>()));
  }

  /** Something that all machines have, as it is said of the first. */
  Value alike(String name) {
    return machines.isEmpty() ? Value.NULL : machines.get(0).get(name);
  }

  static String text(Obj said, String member) {
    if (said.get(member) instanceof Value.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException(member + " must be text, and is " + said.get(member));
  }
}

package io.plumbline.ansible;

import io.plumbline.files.Digest;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that machines get whole.
 *
 * @param source where its content stands, below {@code files}
 * @param variable what the role is told of it
 */
record ManagedFile(String source, Value.Text content, Value variable) {

  /** A part of a path may have 255 letters, on most file systems. */
  private static final int LONGEST = 200;

  static ManagedFile of(Obj said) {
    if (!(said.get("content") instanceof Value.Text content)) {
      throw new IllegalArgumentException("a rule keeps references out of files of machines");
    }
    String source = Fleet.text(said, "fleet") + escaped(Fleet.text(said, "path"));
    Map<String, Value> variable = new LinkedHashMap<>();
    for (String member : List.of("path", "mode", "reloads", "restarts")) {
      if (said.has(member)) {
        variable.put(member, said.get(member));
      }
    }
    variable.put("source", Value.text(source));
    return new ManagedFile(source, content, new Obj(variable));
  }

  /** A path with nothing in it that means something to any file system, shell or template. */
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

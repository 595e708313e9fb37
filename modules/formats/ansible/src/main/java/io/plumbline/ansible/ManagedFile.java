package io.plumbline.ansible;

import io.plumbline.files.Digest;
import io.plumbline.graph.Input;
import io.plumbline.value.Marks;
import io.plumbline.value.Sha256;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that machines get whole.
 *
 * @param source where its content stands, below {@code files}; null where it holds what is known
 *     only once another site is deployed, and the role puts it together
 * @param content text; with references where there is no source
 * @param variable what the role is told of it
 */
record ManagedFile(@Nullable String source, Value content, Value variable) {

  /** A part of a path may have 255 letters, on most file systems. */
  private static final int LONGEST = 200;

  static ManagedFile of(Obj said) {
    Value content = said.get("content");
    Map<String, Value> variable = new LinkedHashMap<>();
    for (String member : List.of("path", "mode", "reloads", "restarts")) {
      if (said.has(member)) {
        variable.put(member, said.get(member));
      }
    }
    if (content instanceof Value.Text text) {
      String source = Fleet.text(said, "fleet") + escaped(Fleet.text(said, "path"));
      variable.put("source", Value.text(source));
      variable.put("state", Value.text(state(Fleet.text(said, "mode"), text.value())));
      return new ManagedFile(source, content, new Obj(variable));
    }
    variable.put(
        "parts", Value.list(Marks.parts(content).stream().map(ManagedFile::part).toList()));
    return new ManagedFile(null, content, new Obj(variable));
  }

  /** What a machine says of the file where it is as it should be; a check is told the same. */
  private static String state(String mode, String content) {
    return "root:root " + mode + " sha256:" + Sha256.of(content);
  }

  /** What the role writes as it is, or looks up among what other sites have made. */
  private static Value part(Value part) {
    return part instanceof Value.Ref ref
        ? Value.object("input", Value.text(Input.key(ref)))
        : Value.object("text", part);
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

package io.plumbline.live.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The code of a function, from the address that Lambda answers for it: one that is good for ten
 * minutes and asks for no credentials.
 */
final class CodeArchive {
  private static final int TIMEOUT_MILLIS = 30_000;

  /** Code that stands in a template has 4 MB at most; what is larger is not what was deployed. */
  private static final int MOST = 8 << 20;

  private CodeArchive() {}

  /** What the only file says; of several, each with its name, so that none goes unseen. */
  static String text(String location) {
    try {
      URLConnection connection = URI.create(location).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try (InputStream body = connection.getInputStream()) {
        return text(files(body));
      }
    } catch (IOException | IllegalArgumentException e) {
      // The address itself is a key to the code, so it is not told.
      throw SdkClientException.create(
          "the code cannot be fetched: " + e.getClass().getSimpleName(), e);
    }
  }

  private static Map<String, String> files(InputStream body) throws IOException {
    Map<String, String> files = new TreeMap<>();
    int left = MOST;
    try (ZipInputStream archive = new ZipInputStream(body)) {
      for (ZipEntry entry; (entry = archive.getNextEntry()) != null; ) {
        byte[] content = archive.readNBytes(left);
        left -= content.length;
        if (left == 0) {
          throw SdkClientException.create("the code is larger than " + MOST + " bytes");
        }
        if (!entry.isDirectory()) {
          files.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
        }
      }
    }
    if (files.isEmpty()) {
      throw SdkClientException.create("the code is no archive, or an empty one");
    }
    return files;
  }

  private static String text(Map<String, String> files) {
    if (files.size() == 1) {
      return files.values().iterator().next();
    }
    StringBuilder all = new StringBuilder();
    files.forEach((name, text) -> all.append("# ").append(name).append('\n').append(text));
    return all.toString();
  }
}

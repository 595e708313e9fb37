package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for all that was observed, by which a plan knows whether the world has moved since. What
 * could not be read is in it too: it may have moved, and it is no proof that nothing is there.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Observation observation) {
    MessageDigest digest = sha256();
    new TreeMap<>(observation.found())
        .forEach((address, observed) -> add(address, observed, digest));
    new TreeMap<>(observation.undetermined())
        .forEach((address, reason) -> add("? " + address + "\n", digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(String address, Observed observed, MessageDigest digest) {
    Resource resource = observed.resource();
    Map<String, Value> attributes = new LinkedHashMap<>(resource.attributes().members());
    attributes.keySet().removeAll(resource.bands().keySet());
    String meaning = Meaning.of(resource.kind().shape(), new Value.Obj(attributes));
    add(address + " " + resource.kind() + " " + observed.liveId() + " " + meaning + "\n", digest);
  }

  private static void add(String line, MessageDigest digest) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

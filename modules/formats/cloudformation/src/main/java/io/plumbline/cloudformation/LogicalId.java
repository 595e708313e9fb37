package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The logical id of an address: a function of the address alone, so that no other resource can
 * change it. CloudFormation replaces what changes its logical id, hence a resource that was renamed
 * keeps the one of its former address.
 *
 * <p>{@code trainers/template} is {@code TrainersTemplate}. Hyphens are lost, so an address that
 * has some ends in its hash.
 */
final class LogicalId {
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(/[a-z][a-z0-9]*)?");

  private LogicalId() {}

  static String of(Resource resource) {
    String former = resource.formerly();
    return of(former == null ? resource.address() : former);
  }

  static String of(String address) {
    String words = words(address);
    return PLAIN.matcher(address).matches() ? words : words + hash(address);
  }

  /** {@code public-access-block} as {@code PublicAccessBlock}. */
  static String words(String text) {
    StringBuilder out = new StringBuilder();
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '/' || c == ':') {
        begins = true;
      } else {
        out.append(begins ? Character.toUpperCase(c) : c);
        begins = false;
      }
    }
    return out.toString();
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}

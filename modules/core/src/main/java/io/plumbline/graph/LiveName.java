package io.plumbline.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a resource in the live environment: one function of environment, stack and address,
 * so that a resource is found again with no record of it. Only lower-case letters, digits and
 * hyphens, which every provider takes.
 *
 * <p>Environment, stack and the address's parts are joined by hyphens. A hash of the whole takes
 * the place of what does not fit, or of characters that a name cannot hold; two names that were cut
 * or changed alike still differ.
 */
public final class LiveName {
  private static final int HASH = 8;

  private LiveName() {}

  /**
   * The live name.
   *
   * @param address of the resource, or its former one where it was renamed
   * @param limit the most characters that the provider takes; at least 16
   */
  public static String of(String environment, String stack, String address, int limit) {
    String exact = environment + "/" + stack + "/" + address;
    String joined = exact.replace('/', '-');
    String plain = plain(joined);
    return plain.length() <= limit && plain.equals(joined) ? plain : cut(plain, exact, limit);
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append((char) (c - 'A' + 'a'));
      } else {
        out.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-');
      }
    }
    return out.toString();
  }

  /**
   * The live name where a provider takes letters and digits alone, and the whole world shares its
   * names: as much of it as fits, and a hash of all of it and of whose it is.
   *
   * @param owner the account or subscription, so that two of them never want the same name
   * @param limit the most characters that the provider takes; at least 16
   */
  public static String shared(
      String owner, String environment, String stack, String address, int limit) {
    String exact = environment + "/" + stack + "/" + address;
    String letters = plain(exact).replace("-", "");
    return letters.substring(0, Math.min(letters.length(), limit - HASH))
        + hash(owner + "/" + exact);
  }

  /** {@code text} itself, or as much of it as fits beside a hash of the whole. */
  public static String shortened(String text, int limit) {
    return text.length() <= limit ? text : cut(text, text, limit);
  }

  private static String cut(String text, String whole, int limit) {
    int room = Math.min(text.length(), limit - HASH - 1);
    return text.substring(0, room) + "-" + hash(whole);
  }

  /** A short digest of a text, for names of files that follow from their content. */
  public static String digest(String text) {
    return hash(text);
  }

  /** The first characters of the SHA-256 of {@code text}: the same on every machine, for ever. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

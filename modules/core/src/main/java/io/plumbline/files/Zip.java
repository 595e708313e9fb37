package io.plumbline.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive of one text. The same text gives the same bytes on every machine: it is stored, not
 * compressed, since compressors differ, and its date is the oldest that an archive can say.
 */
public final class Zip {
  private static final LocalDateTime OLDEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Zip() {}

  /** The archive's bytes. */
  public static byte[] of(String entry, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry stored = new ZipEntry(entry);
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(content.length);
    stored.setCrc(sum.getValue());
    stored.setTimeLocal(OLDEST);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      archive.putNextEntry(stored);
      archive.write(content);
      archive.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return bytes.toByteArray();
  }

  /** The SHA-256 of an archive, in base64: how AWS Lambda knows what it runs. */
  public static String digest(byte[] archive) {
    MessageDigest digest = Digest.start();
    return Base64.getEncoder().encodeToString(digest.digest(archive));
  }
}

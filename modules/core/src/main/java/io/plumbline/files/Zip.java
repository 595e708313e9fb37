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
 * compressed, since compressors differ, and its date is one that every time zone writes alike: a
 * month earlier Java takes it for one that archives cannot say, and adds the instant.
 */
public final class Zip {
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

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
    stored.setTimeLocal(DATE);
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

package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A {@link PlanFile} as a zip: {@code plan.json}, and each engine's plan at {@code STACK/SITE}. An
 * engine's plan may hold values that nobody else should read, so that only its owner may.
 */
final class PlanArchive {
  private static final String INDEX = "plan.json";

  private PlanArchive() {}

  static void write(PlanFile plan, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".plan", ".draft", ownerOnly(folder));
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
        add(zip, INDEX, JsonWriter.pretty(plan.write()).getBytes(StandardCharsets.UTF_8));
        for (PlanFile.Entry entry : plan.entries()) {
          if (entry.file() != null) {
            add(zip, entry.stack() + "/" + entry.site(), entry.content());
          }
        }
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  @SuppressWarnings("CatchingUnchecked") // a file that somebody else wrote may break anything
  static PlanFile read(Path file) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        contents.put(entry.getName(), zip.readAllBytes());
      }
      byte[] index = contents.remove(INDEX);
      if (index == null) {
        throw problem(file, "it holds no " + INDEX);
      }
      Obj written = (Obj) JsonReader.read(new String(index, StandardCharsets.UTF_8));
      return PlanFile.read(written, contents);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw problem(file, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static InvalidInputException problem(Path file, String detail) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-020",
                Diagnostic.Severity.ERROR,
                "not a plan file",
                "cannot use " + file + ": " + detail,
                null,
                "make one with `plumbline plan -o FILE`")));
  }
}

package io.plumbline.text;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds templates: in the project's folder first, then among those that Plumbline brings. */
final class TemplateFiles implements TemplateLoader {
  private static final String BUILT_IN = "templates/";

  private final Path folder;

  TemplateFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The text of one template. */
  private record Source(String name, String text) {}

  @Override
  public @Nullable Object findTemplateSource(String name) throws IOException {
    Path own = folder.resolve(name).normalize();
    if (own.startsWith(folder) && Files.isRegularFile(own)) {
      return new Source(name, Files.readString(own));
    }
    try (InputStream in = TemplateFiles.class.getResourceAsStream(BUILT_IN + name)) {
      return in == null
          ? null
          : new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The text of a template; null where there is none. */
  @Nullable String text(String name) throws IOException {
    return findTemplateSource(name) instanceof Source source ? source.text() : null;
  }

  @Override
  public long getLastModified(Object source) {
    return -1;
  }

  /** Checks a shell script before it is parsed, included ones too. */
  @Override
  public Reader getReader(Object source, String encoding) {
    Source template = (Source) source;
    if (template.name().endsWith(".sh.ftl")) {
      ShellQuotes.check(template.name(), template.text());
    }
    return new StringReader(template.text());
  }

  @Override
  public void closeTemplateSource(Object source) {}

  /** Names of all templates, for messages. */
  NavigableSet<String> names() {
    NavigableSet<String> names = new TreeSet<>();
    addNames(folder, names);
    URL builtIn = TemplateFiles.class.getResource(BUILT_IN);
    if (builtIn != null) {
      addNames(builtIn, names);
    }
    return names;
  }

  private static void addNames(URL place, NavigableSet<String> names) {
    try {
      URI uri = place.toURI();
      if (!uri.getScheme().equals("jar")) {
        addNames(Path.of(uri), names);
        return;
      }
      String[] parts = uri.toString().split("!", 2);
      try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
        addNames(jar.getPath(parts[1]), names);
      }
    } catch (IOException | URISyntaxException e) {
      // The names only help to find a misspelling; the problem is reported without them.
    }
  }

  private static void addNames(Path place, NavigableSet<String> names) {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (Stream<Path> found = Files.walk(place)) {
      found
          .map(file -> place.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(FreemarkerTemplates.SUFFIX))
          .map(name -> name.substring(0, name.length() - FreemarkerTemplates.SUFFIX.length()))
          .forEach(names::add);
    } catch (IOException e) {
      // As above.
    }
  }
}

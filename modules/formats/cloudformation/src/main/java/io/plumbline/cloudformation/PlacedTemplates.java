package io.plumbline.cloudformation;

import io.plumbline.files.Drafts;
import io.plumbline.spi.Engine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The templates of a design as they fit to what stands, where that is not how the format split it:
 * in a folder beside what the format wrote, for people to look at.
 */
final class PlacedTemplates {
  private static final String FOLDER = "placed";

  private final Path artefacts;
  private final Path folder;
  private final Workspace workspace;
  private final Templates templates;

  PlacedTemplates(Workspace workspace, Templates templates) {
    this.artefacts = workspace.directory().resolve(CloudFormationFormat.ID);
    this.folder = artefacts.resolve(FOLDER);
    this.workspace = workspace;
    this.templates = templates;
  }

  /** The only template as the format wrote it, or the root as it fits. */
  TemplateFile root() {
    return isAsWritten() ? TemplateFile.of(workspace) : templates.root();
  }

  /** A first deploy's split begins with nested stack 1. */
  private boolean isAsWritten() {
    return templates.isOne() && !Files.exists(artefacts.resolve(NestedStack.file(1)));
  }

  void write() {
    earlier().forEach(Drafts::delete);
    if (!isAsWritten()) {
      templates.files().forEach((name, file) -> Drafts.write(folder.resolve(name), file.text()));
    }
  }

  private List<Path> earlier() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

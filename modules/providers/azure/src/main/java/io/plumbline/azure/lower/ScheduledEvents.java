package io.plumbline.azure.lower;

import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a node's boot script that sets up what hears Azure's scheduled events: of being taken
 * back, moved or restarted, nobody but the node itself is told beforehand. Source:
 * learn.microsoft.com, Azure Metadata Service: Scheduled Events for Linux VMs; read 2026-11.
 */
final class ScheduledEvents {
  private static final String BOUNDARY = "==plumbline-part==";
  private static final String PART =
      "--" + BOUNDARY + "\nContent-Type: text/plain; charset=\"utf-8\"\n\n";

  private ScheduledEvents() {}

  /** What a node runs first: this, and then {@code bootScript}, each by itself to cloud-init. */
  static Value before(@Nullable Value bootScript) {
    String ours =
        BundledText.read("scheduled-events.sh")
            .replace("@PROGRAM@", BundledText.read("scheduled-events.py").stripTrailing());
    if (bootScript == null) {
      return Value.text(ours);
    }
    return Value.join(
        List.of(
            Value.text(
                "Content-Type: multipart/mixed; boundary=\""
                    + BOUNDARY
                    + "\"\nMIME-Version: 1.0\n\n"
                    + PART
                    + ours
                    + "\n"
                    + PART),
            bootScript,
            Value.text("\n--" + BOUNDARY + "--\n")));
  }
}

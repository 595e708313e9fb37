package io.plumbline.onprem.lower;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to do about the errors that a GPU reports, by the vendors' catalogues in xids.json. Alerts
 * and the check of machines go by the same.
 */
final class Xids {
  /**
   * An application's own doing, whatever a catalogue says beside it: NVIDIA, Xid Errors, "user
   * application" among the causes; none of them drains a machine by itself (facts of 2026-11).
   */
  private static final Set<Long> OF_APPLICATIONS = Set.of(13L, 31L, 43L, 45L, 94L);

  private static final Set<String> GPU_IS_LOST = Set.of("RESET", "REBOOT", "ISOLATE");
  private static final Set<String> STOPS_WORK =
      Set.of("RESET_GPU", "RESTART_BM", "RESTART_VM", "CHECK_MECHANICALS");

  private static final Obj CATALOGUE = read();
  static final List<Xid> ALL = rows();

  private Xids() {}

  /** How much an error matters. */
  enum Severity {
    /** The application ends, and the GPU goes on. */
    NONE,
    /** To be looked at. */
    WARNING,
    /** The GPU cannot be used until something is done. */
    CRITICAL
  }

  /**
   * An error.
   *
   * @param immediate what NVIDIA's catalogue wants done at once; empty where it says nothing
   * @param aws what AWS's health check makes of it; empty where it knows it not
   */
  record Xid(long code, String immediate, String aws) {
    Severity severity() {
      if (GPU_IS_LOST.contains(aws) || STOPS_WORK.contains(immediate)) {
        return Severity.CRITICAL;
      }
      boolean passes =
          OF_APPLICATIONS.contains(code)
              || immediate.equals("RESTART_APP")
              || (immediate.equals("IGNORE") && aws.isEmpty());
      return passes ? Severity.NONE : Severity.WARNING;
    }
  }

  /** Errors to which the same is to be done. */
  record Group(Severity severity, String immediate, List<Long> codes) {
    /** In words. */
    String action() {
      return text((Obj) CATALOGUE.get("actions"), immediate);
    }
  }

  /** Codes that say nothing about a machine. */
  static List<Long> harmless() {
    return ALL.stream().filter(each -> each.severity() == Severity.NONE).map(Xid::code).toList();
  }

  /** All others, the worst first. */
  static List<Group> groups() {
    Map<String, Group> groups = new TreeMap<>();
    for (Xid each : ALL) {
      Severity severity = each.severity();
      if (severity != Severity.NONE) {
        String key = (severity == Severity.CRITICAL ? "0" : "1") + each.immediate();
        groups
            .computeIfAbsent(key, k -> new Group(severity, each.immediate(), new ArrayList<>()))
            .codes()
            .add(each.code());
      }
    }
    return List.copyOf(groups.values());
  }

  private static List<Xid> rows() {
    return ((Value.Sequence) CATALOGUE.get("rows"))
        .items().stream().map(Obj.class::cast).map(Xids::xid).toList();
  }

  private static Xid xid(Obj row) {
    long code = ((Value.Int) row.get("xid")).value();
    return new Xid(code, text(row, "immediate"), text(row, "severity"));
  }

  private static String text(Obj object, String member) {
    return ((Value.Text) object.get(member)).value();
  }

  private static Obj read() {
    try (InputStream file = Xids.class.getResourceAsStream("/io/plumbline/onprem/xids.json")) {
      byte[] bytes = Objects.requireNonNull(file).readAllBytes();
      return (Obj) JsonReader.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

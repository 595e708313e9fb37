package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * From what a machine starts, in words that do not depend on who made it. Source: DMTF schema
 * ComputerSystem 1.20, BootSource and BootOrder; UEFI 2.10, chapter 10, texts of device paths.
 */
final class RedfishBoot {
  private static final List<String> PLACES = List.of("first", "second", "third", "fourth");

  /** BootSource; what is not here keeps its own name, in small letters. */
  private static final Map<String, String> WORDS =
      Map.of("Hdd", "disk", "Pxe", "network", "UefiHttp", "http", "Cd", "cd", "Usb", "usb");

  /** Device paths by what stands in them, the more telling first. */
  private static final Map<String, Pattern> PATHS = new LinkedHashMap<>();

  static {
    PATHS.put("http", Pattern.compile("Uri\\("));
    PATHS.put("network", Pattern.compile("MAC\\("));
    PATHS.put("cd", Pattern.compile("CDROM\\("));
    PATHS.put("usb", Pattern.compile("(?i)USB[A-Z]*\\("));
    PATHS.put("disk", Pattern.compile("\\b(HD|NVMe|Sata|Scsi|SasEx|SAS|UFS|eMMC)\\("));
  }

  private RedfishBoot() {}

  /** What comes before the order: at each start, or at the next one alone. */
  static Value override(Obj boot) {
    if (!(boot.get("BootSourceOverrideEnabled") instanceof Value.Text enabled)) {
      return new Value.Unknown("the controller does not say BootSourceOverrideEnabled");
    }
    if (enabled.value().equals("Disabled")) {
      return Value.text("none");
    }
    if (!(boot.get("BootSourceOverrideTarget") instanceof Value.Text target)) {
      return new Value.Unknown("the controller does not say BootSourceOverrideTarget");
    }
    if (target.value().equals("None")) {
      return Value.text("none");
    }
    boolean always = enabled.value().equals("Continuous");
    return Value.text(word(target.value()) + (always ? "" : ", once"));
  }

  /** Whether the order is one of references to boot options. */
  static boolean needsOptions(Obj boot) {
    return !boot.get("BootOrderPropertySelection").equals(Value.text("AliasBootOrder"))
        && boot.get("BootOrder") instanceof Sequence order
        && !order.items().isEmpty();
  }

  /** The first places; what is alike in a row is one, and what is disabled none. */
  static Value order(Obj boot, Map<String, Obj> options) {
    Value order = boot.get(needsOptions(boot) ? "BootOrder" : "AliasBootOrder");
    if (!(order instanceof Sequence sequence) || sequence.items().isEmpty()) {
      return new Value.Unknown("the controller does not say BootOrder");
    }
    Map<String, Value> places = new LinkedHashMap<>();
    Value last = Value.NULL;
    for (Value each : sequence.items()) {
      Value target = needsOptions(boot) ? target(each, options) : alias(each);
      if (target instanceof Value.Unknown) {
        // It may be like the one before, so that nobody knows what takes which place.
        PLACES.forEach(place -> places.putIfAbsent(place, target));
      } else if (!(target instanceof Value.Null)
          && !target.equals(last)
          && places.size() < PLACES.size()) {
        places.put(PLACES.get(places.size()), target);
        last = target;
      }
    }
    return new Obj(places);
  }

  private static Value alias(Value name) {
    return name instanceof Value.Text text
        ? Value.text(word(text.value()))
        : new Value.Unknown("AliasBootOrder holds something that is no name");
  }

  /** Null for one that is skipped. */
  private static Value target(Value reference, Map<String, Obj> options) {
    Obj option = reference instanceof Value.Text text ? options.get(text.value()) : null;
    if (option == null) {
      return new Value.Unknown("no boot option tells what " + shown(reference) + " is");
    }
    if (option.get("BootOptionEnabled").equals(Value.flag(false))) {
      return Value.NULL;
    }
    if (option.get("Alias") instanceof Value.Text alias && !alias.value().equals("None")) {
      return Value.text(word(alias.value()));
    }
    if (option.get("UefiDevicePath") instanceof Value.Text path) {
      for (Map.Entry<String, Pattern> each : PATHS.entrySet()) {
        if (each.getValue().matcher(path.value()).find()) {
          return Value.text(each.getKey());
        }
      }
    }
    return new Value.Unknown("boot option " + shown(reference) + " does not tell what it starts");
  }

  private static String shown(Value reference) {
    return reference instanceof Value.Text text ? Refusal.oneLine(text.value()) : "one";
  }

  private static String word(String source) {
    return WORDS.getOrDefault(source, source.toLowerCase(Locale.ROOT));
  }
}

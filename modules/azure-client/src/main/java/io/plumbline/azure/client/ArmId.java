package io.plumbline.azure.client;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Ids of Azure Resource Manager. Azure minds no case in them, and answers the same id now in one
 * case and now in another; what is compared has one: keywords as documented, names in lower case.
 * Source: Azure Resource Manager's naming rules, "resource names are case-insensitive".
 */
public final class ArmId {
  private static final String START = "/subscriptions/";

  /** Keywords of ids, and what stands for a type between names, as they are written. */
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "subscriptions", "subscriptions",
          "resourcegroups", "resourceGroups",
          "providers", "providers");

  private ArmId() {}

  public static boolean is(String text) {
    return text.regionMatches(true, 0, START, 0, START.length()) && text.indexOf(' ') < 0;
  }

  /** The id in the one case; any other text as it is. */
  public static String canonical(String text) {
    if (!is(text)) {
      return text;
    }
    String[] segments = text.split("/", -1);
    List<String> out = new ArrayList<>();
    boolean type = true; // a keyword or a type comes first, then a name, in turns
    for (int i = 1; i < segments.length; i++) {
      String segment = segments[i];
      String lower = segment.toLowerCase(Locale.ROOT);
      if (!type) {
        out.add(lower);
        type = true;
      } else if (lower.equals("providers")) {
        out.add(lower);
        if (i + 1 < segments.length) {
          out.add(ArmWords.written(segments[++i])); // the namespace
        }
      } else {
        out.add(KEYWORDS.getOrDefault(lower, ArmWords.written(segment)));
        type = false;
      }
    }
    return "/" + String.join("/", out);
  }

  /**
   * The same, with its type as {@code type} writes it: {@code Microsoft.Network/virtualNetworks}.
   */
  public static String canonical(String id, String type) {
    String canonical = canonical(id);
    String[] segments = canonical.split("/", -1);
    String[] words = type.split("/", -1);
    int provider = canonical.lastIndexOf("/providers/");
    int from =
        (int) canonical.substring(0, Math.max(0, provider)).chars().filter(c -> c == '/').count()
            + 2;
    if (provider < 0 || !typeOf(canonical).equalsIgnoreCase(type)) {
      return canonical;
    }
    segments[from] = words[0];
    for (int i = 1; i < words.length; i++) {
      segments[from + 2 * i - 1] = words[i];
    }
    return String.join("/", segments);
  }

  /** {@code Microsoft.Network/virtualNetworks/subnets}; of a group, its own type. */
  public static String typeOf(String id) {
    int at = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
    if (at < 0) {
      return id.split("/", -1).length > 3
          ? "Microsoft.Resources/resourceGroups"
          : "Microsoft.Resources/subscriptions";
    }
    String[] segments = id.substring(at + "/providers/".length()).split("/", -1);
    StringBuilder type = new StringBuilder(segments[0]);
    for (int i = 1; i < segments.length; i += 2) {
      type.append('/').append(segments[i]);
    }
    return type.toString();
  }

  /** The document with every id in it in the one case. */
  public static Value in(Value value) {
    return switch (value) {
      case Value.Text text -> is(text.value()) ? Value.text(canonical(text.value())) : text;
      case Value.Sequence list -> Value.list(list.items().stream().map(ArmId::in).toList());
      case Value.Obj object -> {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        // an identity that is assigned stands as a name of a member
        object.members().forEach((name, each) -> members.put(canonical(name), in(each)));
        yield Value.Obj.taking(members);
      }
      case Value.Null other -> other;
      case Value.Bool other -> other;
      case Value.Int other -> other;
      case Value.Decimal other -> other;
      case Value.Ref other -> other;
      case Value.Join other -> other;
      case Value.Base64 other -> other;
      case Value.Digest other -> other;
      case Value.Unknown other -> other;
    };
  }
}

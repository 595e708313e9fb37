package io.plumbline.e2e.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.kinds.AzureKinds;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.Paths;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes every value that stands in a document of what was deployed, and that the SDK's type for
 * it lets one set, and looks whether a check says so of that thing; one at a time for each thing,
 * many things at once. What a kind declares must be found. In CI a sample; {@code
 * modules/benchmarks/recall.py --azure} runs all and writes what came of it.
 */
class AzureRecallIT {
  private static final int EVERY = Integer.getInteger("recall.every", 12);
  private static final Set<String> ENVELOPE = Set.of("id", "name", "type", "etag", "location");

  /** Declared, and right to be missed, or said once for all of a kind and not read. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("sku/capacity", "inside the band of its scaling"),
          Map.entry("properties/count", "inside the band of its scaling"),
          Map.entry(
              "properties/virtualMachineProfile/osProfile/linuxConfiguration/ssh/publicKeys/0/path",
              "the same for each login, not read"),
          Map.entry("identity/type", "follows from the identities, not read"),
          Map.entry(
              "properties/agentPoolProfiles/0/nodeTaints/0",
              "other taints than the one are not read"),
          Map.entry("properties/agentPoolProfiles/0/osType", "the same for each pool, not read"),
          Map.entry("properties/agentPoolProfiles/0/type", "the same for each pool, not read"),
          Map.entry("properties/networkAcls/virtualNetworkRules/0/action", "Azure knows no other"),
          Map.entry("properties/policy/rules/0/type", "Azure knows no other"),
          Map.entry("properties/policy/rules/1/type", "Azure knows no other"),
          Map.entry("properties/language", "Azure finds it out by the file"),
          Map.entry(
              "properties/files/index.js",
              "undetermined in every report: Azure does not answer it"),
          Map.entry(
              "properties/AzureWebJobsStorage__accountName",
              "undetermined in every report: Azure does not answer it"),
          Map.entry(
              "properties/AzureWebJobsStorage__clientId",
              "undetermined in every report: Azure does not answer it"),
          Map.entry(
              "properties/SCALE_SETS", "undetermined in every report: Azure does not answer it"));

  /** What Azure works out and the SDK's types do not say so of. */
  private static final Pattern COMPUTED =
      Pattern.compile(
          ".*provisioningState|properties/\\w+/\\d+/(id|type|etag)|.*/(clientId|principalId)"
              + "|properties/(ipAddress|vaultUri|clientInfo/.*)");

  @TempDir static Path home;

  /** A value in a document, and whether its kind declares it. */
  private record Place(String id, String type, String path, boolean declared) {}

  @Test
  void findsWhatWasChangedOfAllThatKindsDeclare() throws IOException {
    try (DeployedAzure deployed = new DeployedAzure(home, DeployedAzure.everything())) {
      assertThat(deployed.run("baseline", "-e", "lab").exit()).isZero();
      Map<Place, String> outcomes = new LinkedHashMap<>();
      List<Place> open = sample(places(deployed));
      while (!open.isEmpty()) {
        List<Place> round = round(open);
        open.removeAll(round);
        outcomes.putAll(tried(deployed, round));
      }
      write(outcomes);
      assertThat(outcomes.entrySet())
          .filteredOn(each -> each.getKey().declared && each.getValue().equals("missed"))
          .filteredOn(each -> !KNOWN.containsKey(each.getKey().path))
          .isEmpty();
      assertThat(outcomes).hasSizeGreaterThan(40);
    }
  }

  private static List<Place> sample(List<Place> all) {
    List<Place> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += EVERY) {
      some.add(all.get(i));
    }
    return some;
  }

  private static List<Place> round(List<Place> open) {
    List<Place> round = new ArrayList<>();
    for (Place each : open) {
      if (round.stream().noneMatch(other -> isIn(other.id, each.id) || isIn(each.id, other.id))) {
        round.add(each);
      }
    }
    return round;
  }

  private static boolean isIn(String inner, String outer) {
    return (inner + "/").startsWith(outer + "/");
  }

  private static Map<Place, String> tried(DeployedAzure deployed, List<Place> round) {
    List<Runnable> undoing = new ArrayList<>();
    Map<Place, String> outcomes = new LinkedHashMap<>();
    try {
      for (Place each : round) {
        Obj before = deployed.azure().find(each.id);
        deployed.azure().change(each.id, now -> Deed.at(now, each.path, AzureRecallIT::another));
        undoing.add(() -> deployed.azure().restore(each.id, before));
      }
      Result result = deployed.drift();
      Set<String> told = new TreeSet<>();
      for (Value finding : ((Sequence) result.json().get("findings")).items()) {
        told.add(text((Obj) finding, "liveId"));
        told.add(text((Obj) finding, "type"));
      }
      for (Place each : round) {
        boolean found =
            told.stream().anyMatch(id -> !id.isEmpty() && (isIn(id, each.id) || isIn(each.id, id)));
        outcomes.put(each, found ? "found" : "missed");
      }
    } finally {
      undoing.forEach(Runnable::run);
      deployed.azure().pass(Duration.ofDays(1));
    }
    return outcomes;
  }

  /** All places of all that was deployed. */
  private static List<Place> places(DeployedAzure deployed) {
    List<Place> all = new ArrayList<>();
    for (Obj document : deployed.azure().all()) {
      String id = text(document, "id");
      if (id.contains("/resourceGroups/lab-") || id.contains("/resourceGroups/names/")) {
        Set<String> declared = declared(text(document, "type"));
        List<String> readOnly = deployed.azure().readOnly(document);
        walk(
            document,
            "",
            path -> {
              if (!ENVELOPE.contains(path.split("/", -1)[0])
                  && !COMPUTED.matcher(path).matches()
                  && readOnly.stream().noneMatch(each -> isIn("/" + path, each))) {
                String plain = path.replaceAll("/\\d+(?=/|$)", "");
                boolean known = isDeclared(plain, declared);
                all.add(new Place(id, text(document, "type"), path, known));
              }
            });
      }
    }
    return all;
  }

  private static Set<String> declared(String type) {
    Set<String> declared = new TreeSet<>();
    for (ResourceKind kind : AzureKinds.ALL) {
      Dialect arm = Dialect.named("arm");
      for (Document document : kind.documents(arm)) {
        if (document.type().startsWith(type + "@")) {
          String start = document.name().isEmpty() ? "" : document.name() + ":";
          Paths.writtenBy(kind, arm).stream()
              .filter(path -> path.startsWith(start) && path.contains(":") != start.isEmpty())
              .forEach(path -> declared.add(path.substring(start.length())));
        }
      }
    }
    return declared;
  }

  /** Whether it is written there, or in something that is written as a whole: tags, JSON. */
  private static boolean isDeclared(String path, Set<String> declared) {
    return declared.contains(path)
        || declared.stream()
            .filter(each -> isIn(path, each))
            .anyMatch(each -> declared.stream().noneMatch(other -> other.startsWith(each + "/")));
  }

  private static void walk(Value value, String path, Consumer<String> place) {
    if (value instanceof Obj object) {
      object
          .members()
          .forEach(
              (name, each) -> {
                String segment = name.replace("/", Deed.SLASH);
                walk(each, path.isEmpty() ? segment : path + "/" + segment, place);
              });
    } else if (value instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        walk(list.items().get(i), path + "/" + i, place);
      }
    } else if (!(value instanceof Value.Null)) {
      place.accept(path);
    }
  }

  private static Value another(Value value) {
    return switch (value) {
      case Value.Bool flag -> Value.flag(!flag.value());
      case Value.Int whole -> Value.whole(whole.value() + 1);
      case Value.Decimal decimal -> Value.decimal(decimal.value().add(BigDecimal.ONE));
      default -> Value.text(((Value.Text) value).value() + "x");
    };
  }

  private static void write(Map<Place, String> outcomes) throws IOException {
    Map<String, Map<String, Obj>> byPlace = new TreeMap<>();
    outcomes.forEach(
        (each, said) ->
            byPlace
                .computeIfAbsent(each.type, t -> new TreeMap<>())
                .put(
                    each.id.substring(each.id.lastIndexOf('/') + 1) + ": " + each.path,
                    Value.object(
                        "type", Value.text(each.type),
                        "place", Value.text(each.path),
                        "declared", Value.flag(each.declared),
                        "outcome", Value.text(said))));
    List<Value> all = new ArrayList<>();
    byPlace.values().forEach(each -> all.addAll(each.values()));
    Files.writeString(
        Path.of("target/azure-recall.json"), JsonWriter.pretty(Value.list(all)) + "\n");
  }

  private static String text(Obj object, String member) {
    return object.get(member) instanceof Value.Text text ? text.value() : "";
  }
}

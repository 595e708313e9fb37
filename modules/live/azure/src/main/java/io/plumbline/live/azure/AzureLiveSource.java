package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmException;
import io.plumbline.azure.client.ArmId;
import io.plumbline.azure.client.ArmRest;
import io.plumbline.azure.client.Attempts;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Answers from Azure at one site, in the words of Resource Manager. It knows forms of questions,
 * and no type: {@link AzureOperation} says which. At most {@value #AT_A_TIME} requests are out at a
 * time.
 */
public final class AzureLiveSource implements LiveSource {
  private static final int AT_A_TIME = 8;

  /**
   * What an account for files answers of blobs. Source: Azure/PSRule.Rules.Azure issue 464; read
   * 2026-11.
   */
  private static final String NEVER_THERE = "FeatureNotSupportedForAccount";

  private final Attempts attempts = new Attempts();
  private final Pacing pacing = new Pacing();
  private final String subscription;
  private final ArmRest rest;
  private final ResourceGraph graph;
  private final Inventory inventory;
  private final Leave leave;
  private final Versions versions;
  private final ExecutorService threads;
  private final Map<String, String> constants;

  public AzureLiveSource(Site site) {
    AzureClients clients = new AzureClients(site, List.of(pacing, attempts));
    this.subscription = clients.subscription();
    this.rest = clients.rest();
    String location = clients.location().toLowerCase(Locale.ROOT).replace(" ", "");
    this.graph = new ResourceGraph(rest, subscription, location);
    this.inventory = new Inventory(rest, subscription, location);
    this.leave = new Leave(rest, subscription);
    this.versions = new Versions(rest, subscription);
    this.threads = Executors.newFixedThreadPool(AT_A_TIME, AzureLiveSource::thread);
    this.constants = constants(site, subscription, clients.location());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plumbline-live-azure");
    thread.setDaemon(true);
    return thread;
  }

  private static Map<String, String> constants(Site site, String subscription, String location) {
    Map<String, String> constants = new LinkedHashMap<>();
    constants.put("subscription", subscription);
    constants.put("location", location);
    String tenant = site.setting("tenant");
    if (tenant != null) {
      constants.put("tenant", tenant);
    }
    return constants;
  }

  @Override
  public Answer call(String operation, List<String> keys) {
    AzureOperation known = AzureOperation.parse(operation);
    if (known == null) {
      Failure unknown = new Failure(operation, "UnknownOperation: this version cannot call it");
      return new Answer(List.of(), Map.of("", unknown), 0);
    }
    Asking asking = new Asking(operation, threads, attempts);
    switch (known.form()) {
      case GRAPH -> ofGraph(known, keys, asking);
      case ITSELF -> themselves(known, keys, asking);
      case LIST -> lists(known, keys, asking);
      case EACH -> childrenOfAll(known, keys, asking);
      case GET -> gets(known, keys, asking);
    }
    return asking.answer();
  }

  private void ofGraph(AzureOperation operation, List<String> keys, Asking asking) {
    String type = operation.type();
    if (!keys.isEmpty() && keys.stream().allMatch(ArmId::is)) {
      keys.forEach(id -> ofItself(operation, id, id, asking));
      return;
    }
    Map<String, Obj> rows = new TreeMap<>();
    Set<String> doubtful = new TreeSet<>();
    String all = keys.size() == 1 ? keys.get(0) : "";
    asking.ask(
        all,
        items -> {
          leave.require(operation.action());
          graph.all(type, row -> keep(ArmDocument.of(row, type), rows));
          doubtful.addAll(inventory.doubtful(type, rows.keySet()));
          rows.keySet().removeAll(doubtful);
          rows.values().forEach(items);
        });
    asking.await(all);
    doubtful.forEach(id -> ofItself(operation, id, all, asking));
  }

  private void ofItself(AzureOperation operation, String id, String whole, Asking asking) {
    String type = operation.type();
    asking.ask(
        id, whole, items -> unlessGone(() -> items.accept(one(owner(id, type), operation, type))));
  }

  private static void keep(Obj document, Map<String, Obj> rows) {
    rows.put(((Value.Text) document.get("id")).value().toLowerCase(Locale.ROOT), document);
  }

  /** What is inside a document is asked for with it: a subnet with its network. */
  private static String owner(String id, String type) {
    String owner = id;
    while (!ArmId.typeOf(owner).equalsIgnoreCase(type)
        && ArmId.typeOf(owner).length() > type.length()) {
      owner = owner.substring(0, owner.lastIndexOf('/', owner.lastIndexOf('/') - 1));
    }
    return owner;
  }

  private void lists(AzureOperation operation, List<String> keys, Asking asking) {
    if (keys.isEmpty()) {
      String path = "/subscriptions/" + subscription + "/" + operation.inSubscription();
      asking.ask(
          "",
          items -> {
            leave.require(operation.action());
            list(path, operation, item -> keepHere(item, items));
          });
    }
    for (String key : keys) {
      // What the list left out, or named and should not, is asked for by its own id.
      boolean itself = ArmId.typeOf(key).equalsIgnoreCase(operation.type());
      String path = itself ? key : key + "/" + operation.below(ArmId.typeOf(key));
      asking.ask(
          key,
          items ->
              unlessGone(
                  () -> {
                    if (itself) {
                      items.accept(one(path, operation, operation.type()));
                    } else {
                      list(path, operation, items);
                    }
                  }));
    }
  }

  /** A subscription lists what stands at any location. */
  private void keepHere(Obj document, Consumer<Obj> items) {
    if (inventory.isHere(document)) {
      items.accept(document);
    }
  }

  private void childrenOfAll(AzureOperation operation, List<String> keys, Asking asking) {
    if (!keys.isEmpty() && keys.stream().allMatch(ArmId::is)) {
      keys.forEach(id -> ofItself(operation, id, id, asking));
      return;
    }
    String parents = operation.parentType();
    String all = keys.size() == 1 ? keys.get(0) : "";
    Set<String> ids = new TreeSet<>();
    asking.ask(
        all,
        items -> {
          leave.require(operation.action());
          Map<String, Obj> rows = new TreeMap<>();
          graph.all(parents, row -> keep(ArmDocument.of(row, parents), rows));
          ids.addAll(rows.keySet());
          ids.addAll(inventory.doubtful(parents, rows.keySet()));
        });
    asking.await(all);
    for (String id : ids) {
      String path = id + "/" + operation.below(parents);
      asking.ask(path, all, items -> unlessGone(() -> list(path, operation, items)));
    }
  }

  private void gets(AzureOperation operation, List<String> keys, Asking asking) {
    for (String parent : keys) {
      String path = parent + "/" + operation.below(ArmId.typeOf(parent));
      asking.ask(
          parent, items -> unlessGone(() -> items.accept(one(path, operation, operation.type()))));
    }
  }

  private void themselves(AzureOperation operation, List<String> keys, Asking asking) {
    for (String id : keys) {
      asking.ask(id, items -> unlessGone(() -> items.accept(one(id, operation, operation.type()))));
    }
  }

  private String url(String path, AzureOperation operation) {
    String version = "?api-version=" + versions.of(operation);
    return path + version + (operation.query().isEmpty() ? "" : "&" + operation.query());
  }

  private void list(String path, AzureOperation operation, Consumer<Obj> items) {
    rest.list(url(path, operation), item -> items.accept(ArmDocument.of(item, operation.type())));
  }

  private Obj one(String path, AzureOperation operation, String type) {
    return ArmDocument.of(rest.get(url(path, operation)), type);
  }

  /**
   * What a list has named may be gone a moment later, and some parents cannot have such children:
   * neither says anything of the others.
   */
  private static void unlessGone(Runnable call) {
    try {
      call.run();
    } catch (ArmException e) {
      if (!e.isNotFound() && !e.code().equals(NEVER_THERE)) {
        throw e;
      }
    }
  }

  @Override
  public Map<String, String> constants() {
    return constants;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

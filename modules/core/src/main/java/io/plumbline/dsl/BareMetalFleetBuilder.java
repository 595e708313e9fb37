package io.plumbline.dsl;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostAccount;
import io.plumbline.model.HostBmc;
import io.plumbline.model.HostFile;
import io.plumbline.model.HostGpus;
import io.plumbline.model.HostGroup;
import io.plumbline.model.HostInstall;
import io.plumbline.model.HostLink;
import io.plumbline.model.HostMount;
import io.plumbline.model.HostProcessors;
import io.plumbline.model.HostSoftware;
import io.plumbline.model.Inventory;
import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up machines of our own, all alike. */
public final class BareMetalFleetBuilder
    extends ComponentBuilder<BareMetalFleet, BareMetalFleetBuilder> {
  private final Map<String, String> sysctls = new LinkedHashMap<>();
  private final List<HostMount> mounts = new ArrayList<>();
  private final List<HostGroup> groups = new ArrayList<>();
  private final List<HostAccount> accounts = new ArrayList<>();
  private final List<HostFile> files = new ArrayList<>();
  private final List<HostLink> links = new ArrayList<>();
  private @Nullable Inventory inventory;
  private @Nullable Integer racks;
  private @Nullable Integer hostsPerRack;
  private @Nullable HostProcessors processors;
  private @Nullable DataSize memory;
  private @Nullable Integer mostDown;
  private boolean acrossRacks;
  private @Nullable HostGpus gpus;
  private @Nullable HostSoftware software;
  private @Nullable HostInstall install;
  private boolean reboots;
  private @Nullable HostBmc bmc;

  BareMetalFleetBuilder(Order order) {
    super("bare-metal fleet", order);
  }

  /** The machines that are mounted: a parameter of the stack. */
  public BareMetalFleetBuilder inventory(Inventory mounted) {
    inventory = mounted;
    return this;
  }

  /** How many racks the inventory must have, so that a row that was forgotten is told of. */
  public BareMetalFleetBuilder racks(int expected) {
    racks = expected;
    return this;
  }

  /** How many machines each rack must have. */
  public BareMetalFleetBuilder hostsPerRack(int expected) {
    hostsPerRack = expected;
    return this;
  }

  /** The processors that each has: {@code processors(2, 48, 2)} makes 192 threads. */
  public BareMetalFleetBuilder processors(int sockets, int coresPerSocket, int threadsPerCore) {
    processors = new HostProcessors(sockets, coresPerSocket, threadsPerCore);
    return this;
  }

  /** The memory that each has for jobs: some less than is built in, which the system takes. */
  public BareMetalFleetBuilder memory(DataSize forJobs) {
    memory = forJobs;
    return this;
  }

  /**
   * How many may be out of work at a time while something changes: a wave, in one rack. The first
   * wave in which a machine fails ends it. A tenth of them if left out, at least one.
   */
  public BareMetalFleetBuilder rolling(int atMostDown) {
    mostDown = atMostDown;
    acrossRacks = false;
    return this;
  }

  /**
   * The same, where a wave may stand in several racks: what goes wrong with it may take a part of
   * each, and a large fleet is done in fewer waves.
   */
  public BareMetalFleetBuilder rollingAcrossRacks(int atMostDown) {
    mostDown = atMostDown;
    acrossRacks = true;
    return this;
  }

  /** Each has exactly so many of these, with ECC, without MIG, the driver always loaded. */
  public BareMetalFleetBuilder gpusPerHost(int count, Gpu model) {
    return gpusPerHost(count, model, gpu -> {});
  }

  /** Each has exactly so many of these, with more to say about them. */
  public BareMetalFleetBuilder gpusPerHost(int count, Gpu model, Consumer<HostGpusBuilder> setUp) {
    HostGpusBuilder each = new HostGpusBuilder(count, model);
    setUp.accept(each);
    gpus = each.build();
    return this;
  }

  /** What runs on them, pinned as one tested release. */
  public BareMetalFleetBuilder release(String name, Consumer<HostSoftwareBuilder> setUp) {
    HostSoftwareBuilder builder = new HostSoftwareBuilder(name);
    setUp.accept(builder);
    software = builder.build();
    return this;
  }

  /**
   * How they get their operating system: Ubuntu Server, by its own installer. Files for it are
   * written for machines in state {@code install} of the inventory, and for no others; whoever
   * wants one installed says so by its name.
   */
  public BareMetalFleetBuilder install(Consumer<HostInstallBuilder> setUp) {
    HostInstallBuilder each = new HostInstallBuilder();
    setUp.accept(each);
    install = each.build();
    return this;
  }

  /**
   * A deploy may start a machine anew where another kernel, another driver, or what GPUs take in at
   * a start alone want it: wave by wave, and under Slurm when its jobs have ended. Without, a
   * deploy starts nothing anew.
   */
  public BareMetalFleetBuilder reboots() {
    reboots = true;
    return this;
  }

  /**
   * Their management controllers, at the addresses that the inventory has, are asked this way and
   * held against what is said of them. Nobody sets them: a deploy changes nothing there.
   */
  public BareMetalFleetBuilder bmc(BmcProtocol protocol, Consumer<HostBmcBuilder> setUp) {
    HostBmcBuilder each = new HostBmcBuilder(protocol);
    setUp.accept(each);
    bmc = each.build();
    return this;
  }

  /** A kernel parameter, at once and after each start: {@code sysctl("vm.swappiness", "1")}. */
  public BareMetalFleetBuilder sysctl(String name, String value) {
    sysctls.put(name, value);
    return this;
  }

  /**
   * Storage, mounted now and after each start.
   *
   * @param path where: {@code "/data"}
   * @param source what: {@code "nfs01:/export/data"}
   * @param type its file system: {@code "nfs4"}
   * @param options those that must be in force: {@code "ro"}
   */
  public BareMetalFleetBuilder mount(String path, String source, String type, String... options) {
    mounts.add(new HostMount(path, source, type, List.of(options)));
    return this;
  }

  /**
   * A group with the same number on all machines, as shared storage wants it: {@code
   * group("research", 3000)}. Accounts are in it that name it.
   */
  public BareMetalFleetBuilder group(String name, int gid) {
    groups.add(new HostGroup(name, gid));
    return this;
  }

  /** Somebody who may log in, by keys alone. Their own group has the number of the account. */
  public BareMetalFleetBuilder account(String name, int uid, Consumer<HostAccountBuilder> setUp) {
    HostAccountBuilder account = new HostAccountBuilder(name, uid);
    setUp.accept(account);
    accounts.add(account.build());
    return this;
  }

  /** A text file that belongs to root and that all may read. */
  public BareMetalFleetBuilder file(String path, String content) {
    return file(path, Value.text(content), "0644");
  }

  /** A text file that belongs to root, maybe with references, with a mode in octal. */
  public BareMetalFleetBuilder file(String path, Value content, String mode) {
    return file(path, content, mode, List.of());
  }

  /**
   * One that services read when they start: {@code file("/etc/docker/daemon.json", text, "0644",
   * List.of("docker"))}. They are started again when it changes, and it is drift where one runs
   * since before.
   */
  public BareMetalFleetBuilder file(
      String path, Value content, String mode, List<String> restarts) {
    files.add(new HostFile(path, content, mode, restarts));
    return this;
  }

  /** A network interface that must be up: {@code "eth0"}. */
  public BareMetalFleetBuilder link(String name) {
    return link(name, 0);
  }

  /** A network interface that must be up at this speed, in Mb/s: {@code link("ib0", 400_000)}. */
  public BareMetalFleetBuilder link(String name, long megabits) {
    links.add(new HostLink(name, megabits));
    return this;
  }

  @Override
  BareMetalFleetBuilder self() {
    return this;
  }

  @Override
  BareMetalFleet build() {
    if (inventory == null) {
      report(Incomplete.RULE, "it has no machines; say inventory(p.inventory())");
    }
    if (software == null) {
      report(Incomplete.RULE, "nothing is said to run on it; say release(\"2026.11\", r -> r…)");
    }
    return new BareMetalFleet(
        identity(),
        inventory,
        racks,
        hostsPerRack,
        processors,
        memory,
        mostDown,
        acrossRacks,
        gpus,
        software,
        install,
        reboots,
        bmc,
        sysctls,
        mounts,
        groups,
        accounts,
        files,
        links);
  }
}

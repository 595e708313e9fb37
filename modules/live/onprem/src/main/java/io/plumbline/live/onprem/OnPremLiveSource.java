package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Asks the machines of a site, their management controllers, each by its address, and the
 * hypervisors of a site: many beside each other, so that one that hangs keeps nobody waiting. What
 * a machine does not answer is a failure of its own, and says nothing of the others.
 */
public final class OnPremLiveSource implements LiveSource {
  static final String FACTS = "host:Facts";
  static final String BMC = "bmc:State";

  /** What the machine with Slurm's controller says of the nodes, by that machine's address. */
  static final String SLURM = "slurm:Nodes";

  private static final String NODES = "slurmNodes";

  private final Ssh ssh;
  private final Ssh hyperV;
  private final ExecutorService threads;
  private final BmcAccess access;
  private final ExecutorService bmcThreads;
  private final ExecutorService vmThreads;
  private final Hypervisors hypervisors;

  public OnPremLiveSource(Site site) {
    this.ssh = Ssh.of(site);
    this.hyperV = Ssh.ofHyperV(site);
    this.threads = Executors.newFixedThreadPool(ssh.parallel(), OnPremLiveSource::thread);
    this.access = BmcAccess.of(site);
    this.bmcThreads = Executors.newFixedThreadPool(access.parallel(), OnPremLiveSource::thread);
    this.vmThreads =
        Executors.newFixedThreadPool(HypervisorAccess.PARALLEL, OnPremLiveSource::thread);
    this.hypervisors = new Hypervisors(site, vmThreads);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plumbline-live-onprem");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Answer call(String operation, List<String> keys) {
    if (Hypervisors.have(operation)) {
      return hypervisors.call(operation, keys);
    }
    if (!List.of(FACTS, SLURM, BMC, HyperVMachines.OPERATION).contains(operation)) {
      return nothing(operation, "UnknownOperation: this version cannot call it");
    }
    if (keys.isEmpty()) {
      return nothing(operation, "UnknownOperation: machines are asked by their addresses alone");
    }
    return operation.equals(BMC)
        ? controllers(keys)
        : together(operation, keys, address -> ask(operation, address), threads);
  }

  private HostAnswer ask(String operation, String address) {
    if (operation.equals(HyperVMachines.OPERATION)) {
      return HostAnswer.ask(hyperV, new HyperVMachines(), address);
    }
    HostAnswer answer = HostAnswer.ask(ssh, Facts.question(ssh), address);
    return operation.equals(SLURM) ? answer.only(NODES, "controller") : answer;
  }

  private Answer controllers(List<String> endpoints) {
    try (RedfishClient client = new RedfishClient(access)) {
      return together(BMC, endpoints, key -> BmcAnswer.ask(access, client, key), bmcThreads);
    } catch (UnheardException e) {
      return nothing(BMC, e.why());
    }
  }

  private static Answer nothing(String operation, String why) {
    return new Answer(List.of(), Map.of("", new Failure(operation, why)), 0);
  }

  private static Answer together(
      String operation,
      List<String> keys,
      Function<String, HostAnswer> ask,
      ExecutorService threads) {
    Map<String, CompletableFuture<HostAnswer>> asked = new LinkedHashMap<>();
    for (String each : keys) {
      asked.computeIfAbsent(
          each, key -> CompletableFuture.supplyAsync(() -> ask.apply(key), threads));
    }
    Map<String, Failure> failures = new LinkedHashMap<>();
    List<HostAnswer> answers = asked.values().stream().map(CompletableFuture::join).toList();
    for (HostAnswer each : answers) {
      if (each.failure() != null) {
        failures.put(each.address(), new Failure(operation, each.failure()));
      }
    }
    return new Answer(
        answers.stream().flatMap(each -> each.document().stream()).toList(),
        failures,
        answers.stream().mapToInt(HostAnswer::calls).sum());
  }

  @Override
  public Map<String, String> constants() {
    return Map.of();
  }

  /** Whoever still waits for a machine is interrupted, and ends its client. */
  @Override
  public void close() {
    threads.shutdownNow();
    bmcThreads.shutdownNow();
    vmThreads.shutdownNow();
    hypervisors.close();
  }
}

package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The hypervisors of a site: each is logged in to once, when it is first asked for something. */
final class Hypervisors implements AutoCloseable {
  private final @Nullable HypervisorAccess proxmoxAccess;
  private final @Nullable HypervisorAccess vsphereAccess;
  private final Executor threads;
  private @Nullable ProxmoxClient proxmox;
  private @Nullable VsphereClient vsphere;

  Hypervisors(Site site, Executor threads) {
    this.proxmoxAccess = HypervisorAccess.proxmox(site);
    this.vsphereAccess = HypervisorAccess.vsphere(site);
    this.threads = threads;
  }

  /** Whether an operation is theirs. */
  static boolean have(String operation) {
    return operation.equals(ProxmoxVms.OPERATION) || VsphereNames.LISTS.containsKey(operation);
  }

  Answer call(String operation, List<String> names) {
    if (names.isEmpty()) {
      return nothing(
          operation, List.of(""), "UnknownOperation: hypervisors are asked for names alone");
    }
    try {
      return operation.equals(ProxmoxVms.OPERATION)
          ? new ProxmoxVms(proxmox(), threads).read(names)
          : new Vsphere(vsphere(), threads).read(operation, names);
    } catch (UnheardException e) {
      return nothing(operation, names, e.why());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nothing(operation, names, "Stopped: nobody waits for the answer any more");
    }
  }

  private synchronized ProxmoxClient proxmox() throws UnheardException {
    if (proxmox == null) {
      proxmox = new ProxmoxClient(named(proxmoxAccess, "proxmox.endpoint"));
    }
    return proxmox;
  }

  private synchronized VsphereClient vsphere() throws UnheardException, InterruptedException {
    if (vsphere == null) {
      vsphere = new VsphereClient(named(vsphereAccess, "vsphere.server"));
    }
    return vsphere;
  }

  private static HypervisorAccess named(@Nullable HypervisorAccess access, String setting)
      throws UnheardException {
    if (access == null) {
      throw new UnheardException("NotNamed: the site has no " + setting);
    }
    return access;
  }

  /** Each of these names is open, and no more than these: they alone were asked for. */
  private static Answer nothing(String operation, List<String> names, String why) {
    Map<String, Failure> failures = new LinkedHashMap<>();
    names.forEach(name -> failures.put(name, new Failure(operation, why)));
    return new Answer(List.of(), failures, 0);
  }

  @Override
  public synchronized void close() {
    if (proxmox != null) {
      proxmox.close();
    }
    if (vsphere != null) {
      vsphere.close();
    }
  }
}

package io.plumbline.model;

/**
 * The processors of a host, as a scheduler shares them out.
 *
 * @param sockets how many it has
 * @param coresPerSocket cores of each
 * @param threadsPerCore 2 where hyper-threading is on, else 1
 */
public record HostProcessors(int sockets, int coresPerSocket, int threadsPerCore) {

  /** How many the system sees. */
  public int threads() {
    return sockets * coresPerSocket * threadsPerCore;
  }
}

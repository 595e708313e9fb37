package io.plumbline.run;

import io.plumbline.model.Site;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.StateStore;
import io.plumbline.state.Actor;
import io.plumbline.state.Lock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps all others from changing an environment: on this machine, whose work folders two commands
 * would share, and in every store that other machines see.
 */
public final class EnvironmentLock implements AutoCloseable {
  private final List<Lock> held = new ArrayList<>();

  private EnvironmentLock() {}

  /**
   * Takes the lock of an environment in the stores of all these sites.
   *
   * @throws io.plumbline.diagnostic.InvalidInputException if somebody else has it, naming them
   */
  public static EnvironmentLock take(
      String environment, List<Site> sites, Stores stores, String command, Progress progress) {
    Map<String, StateStore> distinct = new LinkedHashMap<>();
    distinct.put(stores.local().place(), stores.local());
    for (Site site : sites) {
      StateStore store = stores.of(site);
      distinct.put(store.place(), store);
    }
    EnvironmentLock lock = new EnvironmentLock();
    try {
      for (StateStore store : distinct.values()) {
        lock.held.add(Lock.take(store, environment, command, Actor.current(), progress));
      }
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
    return lock;
  }

  @Override
  public void close() {
    for (int i = held.size() - 1; i >= 0; i--) {
      held.get(i).close();
    }
    held.clear();
  }
}

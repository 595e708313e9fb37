package io.plumbline.dsl;

import io.plumbline.model.HostAccount;
import java.util.ArrayList;
import java.util.List;

/** Says who somebody is that may log in to hosts. */
public final class HostAccountBuilder {
  private final String name;
  private final int uid;
  private int gid;
  private final List<String> groups = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  HostAccountBuilder(String name, int uid) {
    this.name = name;
    this.uid = uid;
    this.gid = uid;
  }

  /** The number of the account's own group; without this, it is that of the account. */
  public HostAccountBuilder gid(int number) {
    this.gid = number;
    return this;
  }

  /**
   * Groups beside the account's own. One that is nowhere said by {@code group} is the machine's, or
   * made there with a number that the machine chooses. Called again, it adds.
   */
  public HostAccountBuilder groups(String... names) {
    groups.addAll(List.of(names));
    return this;
  }

  /** Public SSH keys, each a line of {@code authorized_keys}. Called again, it adds. */
  public HostAccountBuilder keys(String... publicKeys) {
    keys.addAll(List.of(publicKeys));
    return this;
  }

  HostAccount build() {
    return new HostAccount(name, uid, gid, groups, keys);
  }
}

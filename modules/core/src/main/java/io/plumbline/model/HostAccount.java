package io.plumbline.model;

import java.util.List;

/**
 * Somebody who may log in to hosts.
 *
 * @param name of the account
 * @param uid the same everywhere, so that shared storage knows them
 * @param gid of the account's own group, which has the account's name
 * @param groups supplementary ones, beside the account's own
 * @param keys public SSH keys; no password is ever set
 */
public record HostAccount(String name, int uid, int gid, List<String> groups, List<String> keys) {
  public HostAccount {
    groups = List.copyOf(groups);
    keys = List.copyOf(keys);
  }
}

package io.plumbline.model;

import java.util.List;

/**
 * The account that cloud-init makes on a virtual machine.
 *
 * @param name of the account
 * @param keys public SSH keys; no password is ever set
 */
public record VmUser(String name, List<String> keys) {
  public VmUser {
    keys = List.copyOf(keys);
  }
}

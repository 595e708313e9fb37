package io.plumbline.live.onprem;

/**
 * What lets a check ask machines and do nothing else there: a line for sudo, and one for the key;
 * and the least that a user of management controllers needs.
 */
final class ReadPolicy {
  /** Proxmox VE 8, pveum(1): what a token may, its user must too. */
  static final String PROXMOX =
      """
      # On one node of Proxmox VE: an account that sees virtual machines and their settings, and a token of
      # its own. The last command says the token once: USER@REALM!ID=SECRET goes into the token's file.
      pveum role add PlumblineDrift --privs VM.Audit
      pveum user add plumbline@pve
      pveum acl modify /vms --users plumbline@pve --roles PlumblineDrift
      pveum user token add plumbline@pve drift --privsep 1
      pveum acl modify /vms --tokens 'plumbline@pve!drift' --roles PlumblineDrift
      """;

  /** Broadcom, vSphere 8 Security, "vCenter Server System Roles". */
  static final String VSPHERE =
      """
      # In vCenter: an account with the role Read-only at the root folder, propagated to its children.
      # With less, machines that it does not see are undetermined.
      """;

  private ReadPolicy() {}

  static String of(Ssh ssh) {
    return ssh.takesSudo() ? sudoers(ssh) + authorizedKeys(ssh) : authorizedKeys(ssh);
  }

  /**
   * Roles: DMTF DSP0266, 13.4.2, ReadOnly. Privileges: IPMI 2.0, appendix G; the boot flags take
   * Operator, whoever only reads them.
   */
  static String of(BmcAccess access) {
    return """
    # Each management controller that speaks Redfish has this account: POST it, with a password, to
    # /redfish/v1/AccountService/Accounts. Role ReadOnly reads all that is compared, and sets nothing.
    {"UserName": "%s", "RoleId": "ReadOnly", "Password": "PASSWORD"}

    # Each that speaks IPMI has it as user N of channel 1, with privilege %s: of the standard's,
    # USER reads power and firmware, and only OPERATOR what comes before the boot order; an OPERATOR
    # may also turn machines off.
    ipmitool user set name N %s
    ipmitool channel setaccess 1 N link=off ipmi=on privilege=%s
    ipmitool user enable N
    """
        .formatted(
            access.user(),
            access.operator() ? "OPERATOR" : "USER",
            access.user(),
            access.operator() ? 3 : 2);
  }

  /**
   * Hyper-V knows no right that reads and changes nothing (Microsoft, Hyper-V Administrators; the
   * groups by their well-known SIDs).
   */
  static String ofHyperV(Ssh ssh) {
    return """
    # On each host of Hyper-V, in PowerShell: an account that may manage virtual machines, and nothing else of the
    # host. Hyper-V has no smaller right: whoever holds the key could change machines, too. Put the public half of it in
    # place of KEY; for members of Administrators, sshd reads $env:ProgramData\\ssh\\administrators_authorized_keys.
    Add-LocalGroupMember -SID S-1-5-32-578 -Member '%1$s'
    Add-Content -Path "$env:SystemDrive\\Users\\%1$s\\.ssh\\authorized_keys" -Value 'restrict KEY'
    """
        .formatted(ssh.user());
  }

  private static String sudoers(Ssh ssh) {
    return """
    # /etc/sudoers.d/plumbline-facts on each machine, with mode 0440; `visudo -cf FILE` checks it.
    # The script reads and changes nothing, and takes no arguments.
    %s ALL=(root) NOPASSWD: %s ""

    """
        .formatted(ssh.user(), Ssh.SCRIPT);
  }

  private static String authorizedKeys(Ssh ssh) {
    return """
    # ~%s/.ssh/authorized_keys on each machine. Whoever holds the key can run this and nothing else;
    # put the public half of it in place of KEY.
    restrict,command="%s" KEY
    """
        .formatted(ssh.user(), String.join(" ", ssh.script()));
  }
}

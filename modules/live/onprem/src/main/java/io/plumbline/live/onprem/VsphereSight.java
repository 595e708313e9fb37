package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a user sees all of vSphere: by a role at the root folder that its children have, too. A
 * role that stays at the folder shows an empty list of machines, and says nothing of it. Source:
 * Broadcom, Virtual Infrastructure JSON API 8.0, ManagedEntity ({@code effectiveRole}, {@code
 * permission}), Permission; what is said to a user comes before what is said to groups
 * (AuthorizationManager).
 *
 * @param user who logged in: {@code drift@vsphere.local}, or {@code VSPHERE.LOCAL\\drift}
 */
record VsphereSight(VsphereClient client, String user) {
  /**
   * Roles that let nobody see anything: View, Anonymous, NoAccess (Broadcom, AuthorizationManager,
   * "System roles").
   */
  private static final Set<Long> BLIND = Set.of(-3L, -4L, -5L);

  boolean isWhole() throws UnheardException, InterruptedException {
    if (!(client.property("ServiceInstance/ServiceInstance/content") instanceof Obj content)
        || !(content.get("rootFolder") instanceof Obj root)
        || !(root.get("value") instanceof Text folder)) {
      throw new UnheardException("NotUnderstood: the service's content has no root folder");
    }
    String path = "Folder/" + folder.value() + "/";
    return client.property(path + "effectiveRole") instanceof Sequence roles
        && roles.items().stream().anyMatch(VsphereSight::sees)
        && client.property(path + "permission") instanceof Sequence permissions
        && isPassedOn(
            permissions.items().stream()
                .filter(Obj.class::isInstance)
                .map(Obj.class::cast)
                .filter(each -> sees(each.get("roleId")))
                .toList());
  }

  private static boolean sees(Value role) {
    return role instanceof Value.Int id && !BLIND.contains(id.value());
  }

  /** In which groups the user is, nobody says: any of them may be the one. */
  private boolean isPassedOn(List<Obj> permissions) {
    List<Obj> own = permissions.stream().filter(this::isOwn).toList();
    List<Obj> counting =
        own.isEmpty()
            ? permissions.stream()
                .filter(each -> each.get("group").equals(Value.flag(true)))
                .toList()
            : own;
    return !counting.isEmpty()
        && counting.stream().allMatch(each -> each.get("propagate").equals(Value.flag(true)));
  }

  private boolean isOwn(Obj permission) {
    return permission.get("group").equals(Value.flag(false))
        && permission.get("principal") instanceof Text principal
        && account(principal.value()).equals(account(user));
  }

  /** The account as {@code domain\\name}; Windows domains are also called by their first label. */
  private static String account(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    int at = plain.lastIndexOf('@');
    String full = at < 0 ? plain : plain.substring(at + 1) + "\\" + plain.substring(0, at);
    return full.replaceFirst("^([^.\\\\]+)\\.[^\\\\]*(?=\\\\)", "$1");
  }
}

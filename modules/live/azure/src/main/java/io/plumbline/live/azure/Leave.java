package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmException;
import io.plumbline.azure.client.ArmRest;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What whoever reads may read. Resource Graph leaves out without a word what one may not see, so
 * that "nothing there" would be said of what nobody was let look at. Asked once for each source.
 */
final class Leave {
  private static final String VERSION = "2022-04-01";
  private static final int FORBIDDEN = 403;

  private final ArmRest rest;
  private final String subscription;
  private @Nullable List<Grant> grants;

  Leave(ArmRest rest, String subscription) {
    this.rest = rest;
    this.subscription = subscription;
  }

  /** One assignment of a role: what it allows, but for what it takes back. */
  private record Grant(List<Pattern> actions, List<Pattern> not) {
    boolean allows(String action) {
      return actions.stream().anyMatch(each -> each.matcher(action).matches())
          && not.stream().noneMatch(each -> each.matcher(action).matches());
    }
  }

  /**
   * Makes sure that an action is allowed everywhere in the subscription.
   *
   * @throws ArmException if not
   */
  void require(String action) {
    if (grants().stream().noneMatch(each -> each.allows(action))) {
      throw new ArmException(
          FORBIDDEN,
          "AuthorizationFailed",
          action
              + " is not allowed at the scope of the subscription; Resource Graph would leave"
              + " out what may not be read");
    }
  }

  private synchronized List<Grant> grants() {
    if (grants == null) {
      List<Grant> all = new ArrayList<>();
      rest.list(
          "/subscriptions/"
              + subscription
              + "/providers/Microsoft.Authorization/permissions?api-version="
              + VERSION,
          each -> all.add(new Grant(patterns(each, "actions"), patterns(each, "notActions"))));
      grants = all;
    }
    return grants;
  }

  private static List<Pattern> patterns(Obj permission, String member) {
    List<Pattern> patterns = new ArrayList<>();
    if (permission.get(member) instanceof Sequence list) {
      for (Value each : list.items()) {
        String glob = ((Value.Text) each).value();
        patterns.add(
            Pattern.compile(
                "(?i)" + Pattern.quote(glob.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q")));
      }
    }
    return patterns;
  }
}

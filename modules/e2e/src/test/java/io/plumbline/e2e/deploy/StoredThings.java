package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Words.days;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Key;
import io.plumbline.model.Network;
import io.plumbline.model.Parameter;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.value.Value;

/** What keeps data, and what keeps it safe: a part of {@link EveryKind}. */
final class StoredThings {
  private StoredThings() {}

  static Key key(SiteBlueprint site) {
    return site.key("data", k -> k.describedAs("Checkpoints & homes").rotatedEvery(days(180)));
  }

  static SharedFiles home(SiteBlueprint site, Network network, SecurityRules rules, Key key) {
    return site.sharedFiles(
        "home",
        f ->
            f.in(network.privateSubnets())
                .securedBy(rules)
                .encryptedWith(key)
                .seldomUsedAfter(days(30))
                .archivedAfter(days(90))
                .backAtFirstUse());
  }

  static Parameter where(SiteBlueprint site, SharedFiles home) {
    return site.parameter(
        "where",
        p ->
            p.named("/every-kind/home")
                .value(home.dnsName(), Value.text(":/ ${x} 'y'"))
                .describedAs("Where homes are"));
  }
}

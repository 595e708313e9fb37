package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Words.days;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Bucket;
import io.plumbline.model.Key;
import io.plumbline.model.Network;
import io.plumbline.model.Parameter;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.value.Value;

/** What keeps data, and what keeps it safe: a part of {@link EveryKind}. */
final class StoredThings {
  private StoredThings() {}

  /** The key that all of it is encrypted with. */
  static Key describe(SiteBlueprint site, Network network, SecurityRules rules) {
    Key key = site.key("data", k -> k.describedAs("Checkpoints & homes").rotatedEvery(days(180)));
    Bucket vault = site.bucket("vault", b -> b.encryptedWith(key));
    SharedFiles home =
        site.sharedFiles(
            "home",
            f ->
                f.in(network.privateSubnets())
                    .securedBy(rules)
                    .encryptedWith(key)
                    .seldomUsedAfter(days(30))
                    .archivedAfter(days(90))
                    .backAtFirstUse());
    Parameter where =
        site.parameter(
            "where",
            p ->
                p.named("/every-kind/home")
                    .value(home.dnsName(), Value.text(":/ ${x} 'y'"))
                    .describedAs("Where homes are"));
    site.instanceRole(
        "reader",
        r ->
            r.allow("s3:GetObject")
                .on(vault.objects())
                .allow("kms:Decrypt")
                .on(key.arn())
                .allow("ssm:GetParameter")
                .on(where.arn()));
    return key;
  }
}

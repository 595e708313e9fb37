package io.plumbline.e2e.drift;

import static io.plumbline.dsl.Words.days;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.e2e.harness.Aws;
import io.plumbline.model.AnyKey;
import io.plumbline.model.ExistingSecret;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;

/** Keys, parameters and shared files, beside a key and a secret that somebody else made. */
public final class StoredData implements Stack<StoredData.Parameters> {
  static final String NAME = "stored-data";

  /** Its one setting: how long files stay where they are quick to read. */
  public record Parameters(int days) {}

  /** Makes what the stack finds there. */
  static void before(Aws aws) {
    String key = aws.kms().createKey().keyMetadata().keyId();
    aws.kms().createAlias(r -> r.aliasName("alias/corporate").targetKeyId(key));
    aws.secrets().createSecret(r -> r.name("hub/token").secretString("never read"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network("net", n -> n.cidr("10.70.0.0/16").zones("us-east-1a").privateSubnets(24));
    SecurityRules nodes = site.securityRules("nodes", s -> s.in(network).amongThemselves());
    SecurityRules storage =
        site.securityRules("storage", s -> s.in(network).ingress(r -> r.tcp(2049).from(nodes)));
    AnyKey key = site.key("key", k -> k.rotatedEvery(days(180)));
    AnyKey corporate = site.existingKey("corporate", "alias/corporate");
    ExistingSecret token = site.existingSecret("token", "hub/token");
    site.bucket("reports", b -> b.encryptedWith(corporate));
    SharedFiles home =
        site.sharedFiles(
            "home",
            f ->
                f.in(network.privateSubnets())
                    .securedBy(storage)
                    .encryptedWith(key)
                    .seldomUsedAfter(days(parameters.days())));
    site.parameter("where", p -> p.named("/stored-data/home").value(home.dnsName()));
    site.instanceRole(
        "node",
        r ->
            r.allow("secretsmanager:GetSecretValue")
                .on(token.arn())
                .allow("kms:Decrypt")
                .on(key.arn(), corporate.arn()));
  }
}

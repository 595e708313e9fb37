package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What is done to the key, to its alias, and to the parameter. */
final class KeyChanges {
  private static final String ANYBODY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}]}
      """;
  private static final String PARAMETER = "/stored-data/home";

  private KeyChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "anybody may use the key",
            "changed key keyPolicy <- key",
            fleet -> {
              String before =
                  kms(fleet).getKeyPolicy(r -> r.keyId(key(fleet)).policyName("default")).policy();
              policy(fleet, ANYBODY);
              return () -> policy(fleet, before);
            }),
        new Change(
            "the key is rotated no more",
            List.of(
                "changed key enableKeyRotation <- key", "changed key rotationPeriodInDays <- key"),
            fleet -> {
              kms(fleet).disableKeyRotation(r -> r.keyId(key(fleet)));
              return () -> rotate(fleet, 180);
            }),
        drift(
            "the key is rotated more rarely",
            "changed key rotationPeriodInDays <- key",
            fleet -> {
              rotate(fleet, 2560);
              return () -> rotate(fleet, 180);
            }),
        drift(
            "the key is switched off",
            "changed key enabled <- key",
            fleet -> {
              kms(fleet).disableKey(r -> r.keyId(key(fleet)));
              return () -> kms(fleet).enableKey(r -> r.keyId(key(fleet)));
            }),
        drift(
            "the key gets another name as well",
            "unmanaged kms-alias <- key",
            fleet -> {
              kms(fleet).createAlias(r -> r.aliasName("alias/by-hand").targetKeyId(key(fleet)));
              return () -> kms(fleet).deleteAlias(r -> r.aliasName("alias/by-hand"));
            }),
        drift(
            "the key's name is removed",
            "missing key/alias <- key",
            fleet -> {
              String key = key(fleet);
              kms(fleet).deleteAlias(r -> r.aliasName(alias(fleet)));
              return () ->
                  kms(fleet)
                      .createAlias(
                          r -> r.aliasName("alias/sandbox-stored-data-key").targetKeyId(key));
            }),
        drift(
            "the parameter says something else",
            "changed where value <- where",
            fleet -> {
              String before =
                  parameter(fleet).getParameter(r -> r.name(PARAMETER)).parameter().value();
              put(fleet, "elsewhere", ParameterType.STRING);
              return () -> put(fleet, before, ParameterType.STRING);
            }),
        drift("the parameter is deleted", "missing where <- where", KeyChanges::delete));
  }

  private static KmsClient kms(Fleet fleet) {
    return fleet.aws().kms();
  }

  private static SsmClient parameter(Fleet fleet) {
    return fleet.aws().ssm();
  }

  private static String alias(Fleet fleet) {
    return kms(fleet).listAliases().aliases().stream()
        .map(alias -> alias.aliasName())
        .filter(name -> name.contains("stored-data"))
        .findFirst()
        .orElseThrow();
  }

  private static String key(Fleet fleet) {
    return kms(fleet).listKeys().keys().stream()
        .map(key -> key.keyId())
        .filter(
            id ->
                kms(fleet).listResourceTags(r -> r.keyId(id)).tags().stream()
                    .anyMatch(tag -> tag.tagValue().equals("key")))
        .findFirst()
        .orElseThrow();
  }

  private static void policy(Fleet fleet, String document) {
    kms(fleet).putKeyPolicy(r -> r.keyId(key(fleet)).policyName("default").policy(document));
  }

  private static void rotate(Fleet fleet, int days) {
    kms(fleet).enableKeyRotation(r -> r.keyId(key(fleet)).rotationPeriodInDays(days));
  }

  private static void put(Fleet fleet, String value, ParameterType type) {
    parameter(fleet).putParameter(r -> r.name(PARAMETER).value(value).type(type).overwrite(true));
  }

  private static Runnable delete(Fleet fleet) {
    SsmClient ssm = parameter(fleet);
    String value = ssm.getParameter(r -> r.name(PARAMETER)).parameter().value();
    var tags = ssm.listTagsForResource(r -> r.resourceType("Parameter").resourceId(PARAMETER));
    ssm.deleteParameter(r -> r.name(PARAMETER));
    return () ->
        ssm.putParameter(
            r ->
                r.name(PARAMETER)
                    .value(value)
                    .type(ParameterType.STRING)
                    .tags(
                        tags.tagList().stream()
                            .filter(tag -> !tag.key().startsWith("aws:"))
                            .toList()));
  }
}

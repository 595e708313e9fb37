package io.plumbline.live.aws;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;

/**
 * KMS, one line an operation. Its list of keys holds their ids alone, and a key has no name: to
 * tell which are ours takes two more calls for each that the account has.
 */
final class KmsOperations {
  private KmsOperations() {}

  private static final Set<String> ABSENT = Set.of("NotFoundException");

  static final List<Operation> ALL =
      List.of(
          Operation.each(
              "kms:DescribeKey",
              KeyMetadata::builder,
              "Asked",
              "KeyMetadata",
              ABSENT,
              (aws, id) -> aws.kms().describeKey(r -> r.keyId(id))),
          Operation.each(
              "kms:GetKeyPolicy",
              GetKeyPolicyResponse::builder,
              "KeyId",
              "",
              ABSENT,
              (aws, id) ->
                  Operation.holding(
                      "Policy", aws.kms().getKeyPolicy(r -> r.keyId(id).policyName("default")))),
          Operation.each(
              "kms:GetKeyRotationStatus",
              GetKeyRotationStatusResponse::builder,
              "KeyId",
              "",
              ABSENT,
              (aws, id) ->
                  Operation.holding(
                      "KeyRotationEnabled", aws.kms().getKeyRotationStatus(r -> r.keyId(id)))),
          Operation.list(
              "kms:ListAliases",
              AliasListEntry::builder,
              "Aliases",
              aws -> aws.kms().listAliasesPaginator(r -> r.limit(100))),
          new Operation(
              "kms:ListKeys",
              KeyMetadata::builder,
              null,
              (aws, keys, asking) -> asking.ask("", items -> keys(aws, items)),
              (aws, ids, asking) ->
                  ids.forEach(id -> asking.ask(id, items -> key(aws, id, items)))));

  private static final Set<KeyState> GOING =
      Set.of(KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION);

  private static void keys(AwsServices aws, Consumer<Obj> items) {
    Operation.addAll(
        aws.kms().listKeysPaginator(r -> r.limit(1000)),
        "Keys",
        entry -> {
          String id = entry.get("KeyId") instanceof Value.Text text ? text.value() : "";
          key(aws, id, items);
        });
  }

  /** A key may go between list and look, and its own policy may keep it from us. */
  private static void key(AwsServices aws, String id, Consumer<Obj> items) {
    try {
      KeyMetadata key =
          Operation.holding("KeyMetadata", aws.kms().describeKey(r -> r.keyId(id))).keyMetadata();
      if (!GOING.contains(key.keyState())) {
        items.accept(withTags(aws, key));
      }
    } catch (KmsException e) {
      String code = Failures.code(e);
      if (code.startsWith("AccessDenied")) {
        Value unknown = new Value.Unknown("key " + id + ": " + Failures.describe(e));
        items.accept(Value.object("KeyId", Value.text(id), "Tags", unknown));
      } else if (!ABSENT.contains(code)) {
        throw e;
      }
    }
  }

  /** Keys of AWS itself carry no tags of ours, and need not be asked for them. */
  private static Obj withTags(AwsServices aws, KeyMetadata key) {
    Map<String, Value> members = new LinkedHashMap<>(Documents.of(key).members());
    if (key.keyManager() != KeyManagerType.AWS) {
      members.put("Tags", tags(aws, key.keyId()));
    }
    return new Obj(members);
  }

  /** A key's own policy may keep its tags from us; then nobody can say whose it is. */
  private static Value tags(AwsServices aws, String key) {
    try {
      List<Obj> tags = new ArrayList<>();
      Operation.addAll(aws.kms().listResourceTagsPaginator(r -> r.keyId(key)), "Tags", tags::add);
      return Value.list(tags);
    } catch (KmsException e) {
      if (Failures.code(e).startsWith("AccessDenied")) {
        return new Value.Unknown("the tags of key " + key + ": " + Failures.describe(e));
      }
      throw e;
    }
  }
}

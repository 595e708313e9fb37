package io.plumbline.azure.lower;

import io.plumbline.azure.kinds.EventGridTopic;
import io.plumbline.azure.kinds.ResourceGroup;
import io.plumbline.azure.kinds.SshPublicKey;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the resources of a target are. */
record Place(Target target) {
  /** The address of what holds all of them: no component has such a part. */
  static final String GROUP = "site/resource-group";

  static final String SSH_KEY = "site/ssh-key";
  static final String HEALTH_TOPIC = "site/health-topic";

  String location() {
    return target.site().setting("location", "");
  }

  String subscription() {
    return target.site().setting("subscription", "");
  }

  /** The id of the group. */
  Value groupId() {
    String named = target.site().setting("resource-group");
    return named == null
        ? Value.ref(GROUP, "id")
        : Value.text("/subscriptions/" + subscription() + "/resourceGroups/" + named);
  }

  /** The id of the group, as the name says it. */
  String groupPath() {
    String named = target.site().setting("resource-group");
    return "/subscriptions/"
        + subscription()
        + "/resourceGroups/"
        + (named == null ? groupName() : named);
  }

  /** The group that holds the topic of health. */
  String healthTopicGroup() {
    return target.site().setting("health-topic", "").split("/", -1)[4];
  }

  /** Whether the group is ours: one for each stack at a site, unless the site names one. */
  boolean groupIsOurs() {
    return target.site().setting("resource-group") == null;
  }

  /** The name of the group. */
  Value group() {
    String named = target.site().setting("resource-group");
    return named == null ? Value.ref(GROUP, "name") : Value.text(named);
  }

  /**
   * What belongs to the whole target, and to no component.
   *
   * @param hasMachines whether somebody logs in to any
   * @param handlesInterruptions whether what Azure notes about them is listened to
   */
  List<Resource> resources(boolean hasMachines, boolean handlesInterruptions) {
    List<Resource> made = new ArrayList<>();
    if (groupIsOurs()) {
      made.add(
          Resource.of(
              GROUP,
              ResourceGroup.KIND,
              Value.object(
                  "name", Value.text(groupName()),
                  "location", Value.text(location()),
                  "tags", tags(GROUP)),
              null));
    }
    String key = target.site().setting("ssh-key");
    if (hasMachines && key != null) {
      made.add(Resource.existing(SSH_KEY, SshPublicKey.KIND, new Lookup.ById(key), null));
    }
    String topic = target.site().setting("health-topic");
    if (handlesInterruptions && topic != null) {
      made.add(Resource.existing(HEALTH_TOPIC, EventGridTopic.KIND, new Lookup.ById(topic), null));
    }
    return made;
  }

  private String groupName() {
    return LiveName.of(
        target.environment(), target.stack(), target.site().name(), Names.RESOURCE_GROUP);
  }

  /** The tags by which a resource is recognised, and the user's own. */
  Value.Obj tags(String address) {
    Map<String, Value> tags =
        new LinkedHashMap<>(IdentityTags.of(target.environment(), target.stack(), address));
    target.site().tags(target.stack()).forEach((key, value) -> tags.put(key, Value.text(value)));
    return new Value.Obj(tags);
  }
}

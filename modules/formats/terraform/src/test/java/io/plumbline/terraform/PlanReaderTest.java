package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
  private static final ResourceKind BUCKET =
      AwsKinds.ALL.stream().filter(kind -> kind.id().equals("bucket")).findFirst().orElseThrow();

  static final Addresses ADDRESSES =
      new Addresses(
          new ResourceGraph(
              List.of(
                  Resource.of(
                      "store/models", BUCKET, Value.Obj.EMPTY, new SourceLine("A.java", 7)))),
          new ResourceGraph(List.of(Resource.of("old", BUCKET, Value.Obj.EMPTY, null))));

  private final List<String> changes = new ArrayList<>();

  private void change(String type, String name, String actions, String beforeAndAfter) {
    changes.add(
        """
        {"mode":"managed","address":"%s.%s","type":"%s","name":"%s","change":{"actions":%s,%s}}\
        """
            .formatted(type, name, type, name, actions, beforeAndAfter));
  }

  private List<Change> read() {
    String plan =
        """
        {"configuration":{"root_module":{"resources":[
          {"address":"aws_s3_bucket.store_models","expressions":{"tags":{},"a":{}}},
          {"address":"aws_s3_bucket_versioning.store_models","expressions":{"status":{},"v":{}}}]}},
         "resource_changes":[%s]}
        """
            .formatted(String.join(",", changes));
    return new PlanReader(ADDRESSES).read(JsonReader.read(plan));
  }

  private static final String NEW = "\"before\":null,\"after\":{\"a\":1}";
  private static final String GONE = "\"before\":{\"a\":1},\"after\":null";

  @Test
  void makesOneChangeOfWhatSeveralTypesMakeUp() {
    change("aws_s3_bucket_versioning", "store_models", "[\"create\"]", NEW);
    change("aws_s3_bucket", "store_models", "[\"create\"]", NEW);

    assertThat(read())
        .containsExactly(new Change(Action.CREATE, "store/models", "bucket", List.of()));
  }

  @Test
  void callsANewSettingAChangeOfWhatItBelongsTo() {
    change(
        "aws_s3_bucket",
        "store_models",
        "[\"update\"]",
        "\"before\":{\"tags\":1,\"tags_all\":1},\"after\":{\"tags\":2,\"tags_all\":2}");
    change("aws_s3_bucket_versioning", "store_models", "[\"create\"]", NEW);
    change("aws_s3_bucket_public_access_block", "store_models", "[\"delete\"]", GONE);

    assertThat(read())
        .containsExactly(new Change(Action.UPDATE, "store/models", "bucket", List.of("tags")));
  }

  @Test
  void namesTheAttributesThatChangeAndThoseConfiguredThatAreNotKnownYet() {
    change(
        "aws_s3_bucket_versioning",
        "store_models",
        "[\"update\"]",
        "\"before\":{\"status\":\"A\",\"v\":1},\"after\":{\"status\":\"B\"},\"after_unknown\":{\"v\":true,\"arn\":true}");

    assertThat(read())
        .containsExactly(
            new Change(
                Action.UPDATE,
                "store/models",
                "bucket",
                List.of("versioning:status", "versioning:v")));
  }

  @Test
  void saysWhatForcesAReplacement() {
    change(
        "aws_s3_bucket",
        "store_models",
        "[\"delete\",\"create\"]",
        "\"before\":{\"a\":1,\"tags\":1},\"after\":{\"a\":2,\"tags\":2},\"replace_paths\":[[\"a\"]]");

    assertThat(read())
        .containsExactly(new Change(Action.REPLACE, "store/models", "bucket", List.of("a")));
  }

  @Test
  void saysThatSomethingWasLeftHalfMade() {
    changes.add(
        """
        {"mode":"managed","address":"aws_s3_bucket.store_models","type":"aws_s3_bucket",
         "name":"store_models","action_reason":"replace_because_tainted",
         "change":{"actions":["delete","create"],"before":{"a":1},"after":{"a":1}}}\
        """);

    assertThat(read())
        .containsExactly(
            new Change(
                Action.REPLACE, "store/models", "bucket", List.of("(it was left half made)")));
  }

  @Test
  void tellsReplacementsFromRemovals() {
    change(
        "aws_s3_bucket",
        "store_models",
        "[\"delete\",\"create\"]",
        "\"before\":{\"a\":1},\"after\":{\"a\":2}");
    change("aws_s3_bucket", "old", "[\"delete\"]", GONE);
    change("aws_s3_bucket", "unknown", "[\"forget\"]", GONE);
    change("aws_s3_bucket", "same", "[\"no-op\"]", "\"before\":{},\"after\":{}");

    assertThat(read())
        .containsExactly(
            new Change(Action.REPLACE, "store/models", "bucket", List.of("a")),
            new Change(Action.DELETE, "old", "bucket", List.of()),
            new Change(Action.FORGET, "unknown", "aws_s3_bucket", List.of()));
  }

  @Test
  void callsWhatNoGraphKnowsByItsMainType() {
    change("aws_s3_bucket", "lost", "[\"delete\"]", GONE);
    change("aws_s3_bucket_versioning", "lost", "[\"delete\"]", GONE);
    change("aws_s3_bucket_versioning", "stray", "[\"delete\"]", GONE);
    change("aws_s3_bucket", "stray", "[\"delete\"]", GONE);
    change("aws_s3_bucket_public_access_block", "rest", "[\"delete\"]", GONE);

    assertThat(read())
        .containsExactly(
            new Change(Action.DELETE, "lost", "aws_s3_bucket", List.of()),
            new Change(Action.DELETE, "stray", "aws_s3_bucket", List.of()),
            new Change(Action.DELETE, "rest", "aws_s3_bucket_public_access_block", List.of()));
  }
}

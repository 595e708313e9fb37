package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final List<String> said = new ArrayList<>();
  private final Messages messages = new Messages(PlanReaderTest.ADDRESSES, said::add);

  private static String hook(String type, String resource, String name, String message) {
    return """
    {"@message":"%s.%s: %s","hook":{"resource":{"addr":"%s.%s","resource_type":"%s","resource_name":"%s"}},"type":"%s"}\
    """
        .formatted(resource, name, message, resource, name, resource, name, type);
  }

  private static String diagnostic(String severity, String summary, String detail, String more) {
    return """
    {"type":"diagnostic","diagnostic":{"severity":"%s","summary":"%s","detail":"%s"%s}}\
    """
        .formatted(severity, summary, detail, more);
  }

  private String error() {
    return messages.errors().get(0).in(PlanReaderTest.ADDRESSES);
  }

  @Test
  void tellsProgressInOurWords() {
    messages.accept(hook("apply_start", "aws_s3_bucket_versioning", "store_models", "Creating..."));
    messages.accept(hook("apply_start", "aws_s3_bucket", "store_models", "Creating..."));
    messages.accept(
        hook("apply_complete", "aws_s3_bucket", "store_models", "Creation complete after 1s"));

    assertThat(said)
        .containsExactly(
            "store/models versioning: creating...",
            "store/models: creating...",
            "done: store/models: creation complete after 1s");
    assertThat(messages.done()).isEqualTo(1);
    assertThat(messages.unfinished()).containsExactly("aws_s3_bucket_versioning.store_models");
  }

  @Test
  void tellsWarningsAtOnce() {
    messages.accept(
        diagnostic(
            "warning", "Deprecated", "use x", ",\"address\":\"aws_s3_bucket.store_models\""));

    assertThat(said).containsExactly("warning: store/models (A.java:7): Deprecated: use x");
    assertThat(messages.errors()).isEmpty();
  }

  @Test
  void namesTheAddressAndTheLineOfAnError() {
    messages.accept(
        diagnostic(
            "error",
            "creating: BucketAlreadyExists",
            "",
            ",\"snippet\":{\"context\":\"resource.aws_s3_bucket.store_models\"}"));

    assertThat(error()).isEqualTo("store/models (A.java:7): creating: BucketAlreadyExists");
  }

  @Test
  void saysHowToReleaseWhatIsProtected() {
    messages.accept(
        diagnostic(
            "error",
            "Instance cannot be destroyed",
            "Resource aws_s3_bucket.store_models has lifecycle.prevent_destroy set, but",
            ""));

    assertThat(error())
        .isEqualTo(
            "store/models (A.java:7) is protected, and this plan would delete or replace it. If"
                + " that is meant, release it: --release store/models");
  }

  @Test
  void namesTheHolderOfTheLock() {
    messages.accept(
        diagnostic(
            "error",
            "Error acquiring the state lock",
            "Error message: busy\\n"
                + "Lock Info:\\n"
                + "  ID:        abc\\n"
                + "  Who:       bob@host\\n"
                + "  Created:   2026-11-22 11:00:00 UTC\\n",
            ""));

    assertThat(error())
        .isEqualTo(
            "another run holds the state: bob@host, since 2026-11-22 11:00:00 UTC. Wait for it; if"
                + " it is gone for good, run: terraform force-unlock abc");
  }

  @Test
  void keepsTheIdsOfTheOutputs() {
    messages.accept(
        "{\"type\":\"outputs\",\"outputs\":{\"plumbline\":{\"value\":{\"store/models\":\"b\"}}}}");

    assertThat(messages.ids()).containsEntry("store/models", "b").hasSize(1);
  }

  @Test
  void keepsWhatIsNoMessage() {
    messages.accept("panic: at the disco");

    assertThat(messages.rest()).isEqualTo("panic: at the disco\n");
  }
}

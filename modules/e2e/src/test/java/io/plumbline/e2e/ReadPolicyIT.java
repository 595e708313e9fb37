package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.live.aws.AwsLiveFactory;
import io.plumbline.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy of a check of everything, through a linter that knows all actions of IAM. */
class ReadPolicyIT {
  @TempDir Path folder;

  @Test
  void namesActionsAndResourcesThatThereAre() throws IOException {
    SortedMap<String, Set<String>> reads = new TreeMap<>();
    for (ResourceKind kind : AwsKinds.ALL) {
      for (Read read : kind.reads().values()) {
        reads.put(read.operation(), read.key() == null ? Set.of() : Set.of("one", "another"));
      }
    }
    Site site = new Site("main", "aws", "auto", Map.of("region", "eu-west-1"), null);
    Path template = folder.resolve("policy.json");
    Files.writeString(
        template,
        """
        {"Resources": {"Reader": {"Type": "AWS::IAM::ManagedPolicy",
          "Properties": {"PolicyDocument": %s}}}}
        """
            .formatted(new AwsLiveFactory().readPolicy(site, reads)));
    String said =
        RealPrograms.python(
            folder, "-c", "from cfnlint.runner import main; main()", template.toString());
    assertThat(said).isEmpty();
  }
}

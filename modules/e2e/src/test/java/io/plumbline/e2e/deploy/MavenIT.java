package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.e2e.harness.SourceTree;
import io.plumbline.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The example stacks from Maven, in a copy of this repository. Building it takes most of the time,
 * so the tests share the copy, and go on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MavenIT {
  private static final String GROUP = "sandbox-llm-training-trainers-group";

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static SourceTree copy;

  @BeforeAll
  static void copy() {
    copy = SourceTree.copy("maven");
  }

  @Test
  @Order(1)
  void provisionsInPhaseDeploy() {
    SourceTree.Result built = maven("deploy");
    assertThat(built.exit()).as(built.out()).isZero();
    assertThat(built.out()).contains("sandbox: in sync");
    assertThat(groups()).isEqualTo(2);
  }

  @Test
  @Order(2)
  void buildsTheSameJarsInAnotherFolder() throws IOException {
    Map<String, String> here = jars(SandboxServer.repository());
    Map<String, String> there = jars(copy.root());
    assertThat(there).hasSizeGreaterThan(12);
    assertThat(here).containsAllEntriesOf(there);
  }

  @Test
  @Order(3)
  void passesWithoutDriftAndFailsWithIt() {
    SourceTree.Result before = maven("verify", "-Pdrift");
    assertThat(before.exit()).as(before.out()).isZero();
    assertThat(before.out()).contains("sandbox: in sync");

    SANDBOX
        .aws()
        .autoScaling()
        .updateAutoScalingGroup(g -> g.autoScalingGroupName(GROUP).maxSize(9));
    SourceTree.Result after = maven("verify", "-Pdrift");
    assertThat(after.exit()).isEqualTo(1);
    assertThat(after.out()).contains("sandbox: drift: 1 changed", "drift found");
  }

  private static SourceTree.Result maven(String... arguments) {
    return copy.run(
        Map.of(
            "PLUMBLINE_SANDBOX_URL", SANDBOX.url().toString(),
            "JAVA_HOME", System.getProperty("maven.java.home")),
        Stream.of(
                Stream.of("mvn", "-B", "-ntp", "-pl", "stacks", "-am"),
                Stream.of("-Dmaven.test.skip=true", "-Dplumbline.stack=llm-training"),
                Stream.of(arguments))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private static int groups() {
    return SANDBOX.aws().autoScaling().describeAutoScalingGroups().autoScalingGroups().size();
  }

  /** The digest of each jar of a module, by its name. */
  private static Map<String, String> jars(Path root) throws IOException {
    Map<String, String> digests = new HashMap<>();
    try (Stream<Path> files = Files.walk(root.resolve("modules"), 4)) {
      for (Path jar :
          files
              .filter(file -> file.toString().matches(".*/target/plumbline-[^/]*\\.jar"))
              .toList()) {
        digests.put(jar.getFileName().toString(), Digest.of(jar));
      }
    }
    return digests;
  }
}

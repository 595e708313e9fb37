package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A deploy that is ended half way loses nothing of what it made, and the next one goes on. */
class InterruptedIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private ProjectFolder fleet(String name) {
    SANDBOX.empty();
    Neighbours.moveInto(SANDBOX.aws());
    return ProjectFolder.make(name, SANDBOX)
        .engine("terraform")
        .stack("llm-training", Examples.TRAINING);
  }

  @Test
  void asksTerraformToEndAndGoesOnFromWhatIsThere() throws Exception {
    Plumbline plumbline = new Plumbline(fleet("interrupted"));
    Process deploy = plumbline.forked().startAloud("deploy");
    try (BufferedReader said = deploy.errorReader(StandardCharsets.UTF_8)) {
      String begun = upToTheFirstCreation(said);
      deploy.toHandle().destroy();
      String after = rest(said);
      assertThat(deploy.waitFor()).as("%s%s", begun, after).isNotZero();
      assertThat(after).contains("was interrupted after", "is remembered");
    }
    goesOn(plumbline, false);
  }

  @Test
  void letsTerraformComeToItsEndWherePlumblineIsKilled() throws Exception {
    Plumbline plumbline = new Plumbline(fleet("killed"));
    Process deploy = plumbline.forked().startAloud("deploy");
    try (BufferedReader said = deploy.errorReader(StandardCharsets.UTF_8)) {
      upToTheFirstCreation(said);
      List<ProcessHandle> left = deploy.toHandle().children().toList();
      assertThat(left).isNotEmpty();
      deploy.toHandle().destroyForcibly();
      left.forEach(each -> each.onExit().join());
    }
    goesOn(plumbline, true);
  }

  private static void goesOn(Plumbline plumbline, boolean killed) {
    Result between = plumbline.run("drift");
    assertThat(between.out() + between.err()).as("%s", between).contains("which failed half way");
    Result second = plumbline.run("deploy");
    assertThat(second.exit()).as("%s", second).isZero();
    if (killed) {
      assertThat(second.err()).contains("taking over the lock");
    } else {
      assertThat(second.err()).doesNotContain("taking over the lock");
    }
    Result drift = plumbline.run("drift");
    assertThat(drift.exit()).as("%s", drift).isZero();
    assertThat(drift.out()).doesNotContain("half way");
    Result destroy = plumbline.run("destroy", "--yes");
    assertThat(destroy.out()).contains("destroyed, all but:");
  }

  private static String upToTheFirstCreation(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line; (line = said.readLine()) != null; ) {
      all.append(line).append('\n');
      if (line.contains("creation complete")) {
        return all.toString();
      }
    }
    throw new AssertionError("nothing was made:\n" + all);
  }

  private static String rest(BufferedReader said) {
    try {
      StringBuilder all = new StringBuilder();
      for (String line; (line = said.readLine()) != null; ) {
        all.append(line).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.plumbline.cli;

import io.plumbline.synth.ToolVersion;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    versionProvider = PlumblineCommand.Version.class,
    description = "Generates GPU infrastructure from Java, provisions it, and checks it for drift.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnInvalidInput = 1,
    subcommands = {
      SynthCommand.class,
      CheckCommand.class,
      PlanCommand.class,
      DeployCommand.class,
      DriftCommand.class,
      DestroyCommand.class,
      SandboxCommand.class,
      DoctorCommand.class,
      GenerateCompletion.class
    })
final class PlumblineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /** The version of this build, and of the Java that runs it. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "plumbline " + ToolVersion.current() + " (Java " + Runtime.version() + ")"
      };
    }
  }
}

package io.plumbline.cli;

import io.plumbline.synth.ToolVersion;
import java.util.LinkedHashMap;
import java.util.Map;
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
    exitCodeOnInvalidInput = 1)
final class PlumblineCommand implements Runnable {
  @Spec private CommandSpec spec;

  /**
   * The command line for {@code arguments}. It knows the command alone that is asked for, since
   * setting up all of them takes longer than most of them run; none for the version; and all where
   * none is asked for, or none that there is, for help and for suggestions.
   */
  static CommandLine lineFor(String... arguments) {
    CommandLine line = new CommandLine(new PlumblineCommand());
    Map<String, Class<?>> commands = commands();
    String first = arguments.length == 0 ? "" : arguments[0];
    if (first.equals("-V") || first.equals("--version")) {
      return line;
    }
    Class<?> asked = commands.get(first);
    if (asked == null) {
      commands.forEach(line::addSubcommand);
    } else {
      line.addSubcommand(first, asked);
    }
    return line;
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("synth", SynthCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("graph", GraphCommand.class);
    commands.put("plan", PlanCommand.class);
    commands.put("deploy", DeployCommand.class);
    commands.put("drift", DriftCommand.class);
    commands.put("baseline", BaselineCommand.class);
    commands.put("report", ReportCommand.class);
    commands.put("reconcile", ReconcileCommand.class);
    commands.put("permissions", PermissionsCommand.class);
    commands.put("freeze", FreezeCommand.class);
    commands.put("destroy", DestroyCommand.class);
    commands.put("sandbox", SandboxCommand.class);
    commands.put("doctor", DoctorCommand.class);
    commands.put("init", InitCommand.class);
    commands.put("completion", CompletionCommand.class);
    return commands;
  }

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

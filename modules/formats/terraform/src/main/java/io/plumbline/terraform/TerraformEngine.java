package io.plumbline.terraform;

import io.plumbline.kind.Lens;
import io.plumbline.process.Child;
import io.plumbline.process.Program;
import io.plumbline.spi.Engine;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Provisions by Terraform, or by OpenTofu where that is what there is. */
public final class TerraformEngine implements Engine {
  /** What {@code plan -detailed-exitcode} says where there is something to do. */
  private static final int CHANGES = 2;

  private final String id;
  private final List<String> programs;

  /** The engine {@code terraform}: Terraform, or else OpenTofu. */
  public TerraformEngine() {
    this("terraform", List.of("terraform", "tofu"));
  }

  TerraformEngine(String id, List<String> programs) {
    this.id = id;
    this.programs = programs;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String format() {
    return TerraformFormat.ID;
  }

  @Override
  public Tool tool() {
    Program program = program();
    String get =
        id.equals("opentofu")
            ? "https://opentofu.org/docs/intro/install"
            : "https://developer.hashicorp.com/terraform/install or"
                + " https://opentofu.org/docs/intro/install";
    return new Tool(programs.get(0), program == null ? null : found(program), get);
  }

  private static String found(Program program) {
    Map<String, String> environment = Map.of("CHECKPOINT_DISABLE", "1");
    StringBuilder output = new StringBuilder();
    Child.run(
        List.of(program.file().toString(), "version", "-json"),
        Path.of("."),
        environment,
        Terraform.ENDING,
        line -> output.append(line).append('\n'));
    try {
      Value version = Lens.find(JsonReader.read(output.toString()), List.of("terraform_version"));
      return version instanceof Value.Text text
          ? text.value() + ", " + program.file()
          : program.file().toString();
    } catch (JsonReader.SyntaxException e) {
      return program.file().toString();
    }
  }

  @Override
  public Plan plan(Workspace workspace, Progress progress) {
    WorkFolder folder = WorkFolder.of(workspace);
    Terraform terraform = terraform(workspace, folder);
    Initialisation initialisation = new Initialisation(terraform, folder);
    folder.writeInputs(workspace);
    initialisation.ifNeeded(progress);
    Imports imports = new Imports(workspace, folder);
    imports.clear();
    progress.say(terraform.name() + ": planning");
    Addresses addresses = new Addresses(workspace.graph(), workspace.released());
    @Nullable List<Change> changes =
        changes(terraform, folder, initialisation, addresses, progress);
    if (changes != null && imports.write(changes)) {
      progress.say(terraform.name() + ": taking over what it made and does not remember");
      changes = changes(terraform, folder, initialisation, addresses, progress);
    }
    if (changes == null) {
      return new Plan(List.of(), null);
    }
    Protection.check(changes, workspace.graph(), addresses);
    return new Plan(changes, folder.plan());
  }

  /** Has Terraform plan, into the folder's plan file; null where there is nothing to do. */
  private static @Nullable List<Change> changes(
      Terraform terraform,
      WorkFolder folder,
      Initialisation initialisation,
      Addresses addresses,
      Progress progress) {
    Run run = plan(terraform, folder, new Messages(addresses, progress));
    if (run.messages().errors().stream().anyMatch(Problem::asksForInitialisation)) {
      initialisation.now(progress);
      run = plan(terraform, folder, new Messages(addresses, progress));
    }
    if (run.exit().code() == 0) {
      return null;
    } else if (run.exit().code() != CHANGES) {
      throw new EngineException(terraform.name() + " cannot plan:\n" + run.explained(addresses));
    }
    String shown = terraform.output("show", "-json", folder.plan().toString());
    return new PlanReader(addresses).read(JsonReader.read(shown));
  }

  private static Run plan(Terraform terraform, WorkFolder folder, Messages messages) {
    Child.Exit exit =
        terraform.run(
            messages::accept,
            "plan",
            "-json",
            "-input=false",
            "-detailed-exitcode",
            "-out=" + folder.plan());
    return new Run(exit, messages);
  }

  @Override
  public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
    WorkFolder folder = WorkFolder.of(workspace);
    Terraform terraform = terraform(workspace, folder);
    Path file = plan.file();
    if (file == null) {
      return outputs(terraform);
    }
    // A plan that was kept in a file may be carried out on a machine that never planned.
    folder.writeInputs(workspace);
    new Initialisation(terraform, folder).ifNeeded(progress);
    Addresses addresses = new Addresses(workspace.graph(), workspace.released());
    Messages messages = new Messages(addresses, progress);
    Child.Exit exit =
        terraform.run(messages::accept, "apply", "-json", "-input=false", file.toString());
    if (exit.code() != 0) {
      throw new EngineException(failure(terraform, new Run(exit, messages), addresses));
    }
    return messages.ids();
  }

  private static Map<String, String> outputs(Terraform terraform) {
    Value all = JsonReader.read(terraform.output("output", "-json"));
    return Messages.ids(Lens.find(all, List.of(Configuration.IDS, "value")));
  }

  private static String failure(Terraform terraform, Run run, Addresses addresses) {
    List<String> open =
        run.messages().unfinished().stream()
            .map(name -> address(name, addresses))
            .distinct()
            .toList();
    List<String> lines = new ArrayList<>();
    boolean interrupted = run.messages().isInterrupted();
    lines.add(
        terraform.name()
            + (interrupted ? " was interrupted after " : " failed after ")
            + run.messages().done()
            + " changes:");
    lines.add(run.explained(addresses));
    if (!open.isEmpty()) {
      lines.add("Begun and not finished: " + String.join(", ", open) + ".");
    }
    if (run.exit().isCutShort() || run.messages().isCutShort()) {
      lines.add(
          "It was cut short, and may have made what it does not remember: `plumbline drift` shows"
              + " it, and the next deploy takes over what it can.");
    } else if (interrupted) {
      lines.add(
          open.isEmpty()
              ? "What was made is remembered: deploy again to go on, or destroy it."
              : "What was finished is remembered, and what was not may be there all the same:"
                  + " `plumbline drift` shows it. Deploy again to go on, or destroy it.");
    } else {
      lines.add("What was made is remembered: mend the cause, plan and deploy again.");
    }
    return String.join("\n", lines);
  }

  private static String address(String name, Addresses addresses) {
    String address = addresses.mentioned(name);
    return address == null ? name : address;
  }

  /** A run that ended, with what it said. */
  private record Run(Child.Exit exit, Messages messages) {
    String explained(Addresses addresses) {
      List<String> errors = messages.errors().stream().map(error -> error.in(addresses)).toList();
      return errors.isEmpty()
          ? Terraform.plain(messages.rest() + exit.errors())
          : String.join("\n", errors);
    }
  }

  private Terraform terraform(Workspace workspace, WorkFolder folder) {
    Program program = program();
    if (program == null) {
      Tool tool = tool();
      throw new EngineException(
          String.join(" and ", programs) + " not found on the PATH; get it from " + tool.get());
    }
    Map<String, String> environment =
        Environment.of(System.getenv(), folder.shared(), workspace.target().site());
    return new Terraform(program, folder.path(), environment);
  }

  private @Nullable Program program() {
    return Program.find(programs, System.getenv("PATH"));
  }
}

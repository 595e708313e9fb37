package io.plumbline.cli;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a project of the user's own. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Makes a new project with a stack, its test and an environment, ready to deploy.")
final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the project's folder; must be empty, or not exist")
  private Path folder = Path.of("");

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "of the project's Java (default: com.example.fleet)")
  private String javaPackage = "com.example.fleet";

  @Option(names = "--verbose", description = "show where in Plumbline an error comes from")
  boolean verbose;

  @Override
  public Integer call() {
    NewProject project = new NewProject(folder, javaPackage);
    List<Diagnostic> refused = new ArrayList<>();
    if (!SourceVersion.isName(javaPackage, SourceVersion.RELEASE_21)
        || !javaPackage.matches("[a-z0-9_.]+")) {
      refused.add(
          new Diagnostic(
              "PLB-RUN-050",
              Diagnostic.Severity.ERROR,
              "no name of a package",
              "got \"" + javaPackage + "\"",
              null,
              "small letters, digits and points, such as com.example.fleet"));
    }
    if (!project.isFree()) {
      refused.add(
          new Diagnostic(
              "PLB-RUN-051",
              Diagnostic.Severity.ERROR,
              "folder is not empty",
              folder + " holds files, or is one",
              null,
              "name a folder that is empty, or not there yet"));
    }
    if (!refused.isEmpty()) {
      throw new InvalidInputException(refused);
    }
    PrintWriter out = spec.commandLine().getOut();
    project.write().forEach(out::println);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.println("next: cd " + folder + " && mvn verify && ./plumbline deploy");
    err.flush();
    return 0;
  }
}

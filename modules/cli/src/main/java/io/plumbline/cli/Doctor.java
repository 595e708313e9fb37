package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Site;
import io.plumbline.run.EngineChoice;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.spi.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at this machine with the eyes of one environment. */
final class Doctor {
  private final Session session;
  private final List<Finding> findings = new ArrayList<>();

  Doctor(Session session) {
    this.session = session;
  }

  /**
   * One thing looked for.
   *
   * @param purpose what it is needed for
   * @param needed whether the environment does not work without
   * @param found what is there, or that nothing is
   * @param remedy what to do where it is not there
   */
  record Finding(
      String what, String purpose, boolean there, boolean needed, String found, String remedy) {}

  List<Finding> examine() {
    add(
        "Java",
        "all",
        true,
        true,
        Runtime.version() + " in " + System.getProperty("java.home"),
        "");
    String maven = firstLine("mvn", "-version");
    add(
        "Maven",
        "building stacks: ./plumbline runs it when sources have changed",
        !maven.isEmpty(),
        false,
        maven.isEmpty() ? "not found" : maven,
        "https://maven.apache.org/install.html");
    String git = firstLine("git", "--version");
    add(
        "Git",
        "the commit that release records and drift reports name",
        !git.isEmpty(),
        false,
        git.isEmpty() ? "not found" : git,
        "https://git-scm.com/downloads");
    List<Site> sites = environment();
    CredentialCheck credentials =
        new CredentialCheck(System.getenv(), Path.of(System.getProperty("user.home")));
    engines(sites);
    if (session.isSandbox()) {
      sandbox();
    }
    for (Site site : sites) {
      if (site.setting("bmc.user") != null) {
        controllers(site);
      }
      if (!site.provider().equals("onprem")) {
        findings.add(credentials.of(site));
      }
    }
    return findings;
  }

  private List<Site> environment() {
    String file = "environments/" + session.environmentName() + ".yaml";
    try {
      Environment environment = session.environment();
      add(
          file,
          "sites, and parameters of stacks",
          true,
          true,
          Counted.of(environment.parameters().size(), "stack"),
          "");
      return environment.sites();
    } catch (InvalidInputException e) {
      add(
          file,
          "sites, and parameters of stacks",
          false,
          true,
          "not usable",
          String.valueOf(e.getMessage()).replace("\n", "\n    "));
      return List.of();
    }
  }

  private void engines(List<Site> sites) {
    boolean auto = sites.stream().anyMatch(site -> site.engine().equals(EngineChoice.AUTO));
    boolean any = false;
    for (Engine engine : session.plugins().engines()) {
      Engine.Tool tool = engine.tool();
      boolean asked = sites.stream().anyMatch(site -> site.engine().equals(engine.id()));
      any |= tool.found() != null;
      add(
          "engine " + engine.id(),
          "plan, deploy and destroy of sites with engine: "
              + engine.id()
              + (auto ? ", or auto" : ""),
          tool.found() != null,
          asked,
          tool.found() == null ? tool.name() + " not found" : tool.found(),
          tool.get());
    }
    if (auto && !any) {
      add(
          "engine auto",
          "plan, deploy and destroy of this environment",
          false,
          true,
          "no engine is here",
          "get one of the engines above");
    }
  }

  private void sandbox() {
    Path python = session.project().work().resolve("venv/bin/python");
    boolean there = Files.exists(python);
    String moto = there ? version(python, "moto") : "";
    add(
        "sandbox: Python, moto",
        "the local endpoint of environment sandbox",
        !moto.isEmpty(),
        false,
        moto.isEmpty() ? "not set up" : moto,
        "`plumbline sandbox start` sets it up; it needs Python 3.10 or newer");
    String lint = there ? version(python, "cfn-lint") : "";
    add(
        "sandbox: cfn-lint",
        "the tests, and conformance of templates",
        !lint.isEmpty(),
        false,
        lint.isEmpty() ? "not set up" : lint,
        "`plumbline sandbox start` sets it up");
    Sandbox.Status status = Session.sandbox(session.project()).status();
    add(
        "sandbox: endpoint",
        "plan, deploy and drift of environment sandbox",
        status.running(),
        false,
        status.running() ? status.url() : "does not run",
        "`plumbline sandbox start`; a deploy starts it by itself");
  }

  private static String version(Path python, String distribution) {
    return firstLine(
        python.toString(),
        "-c",
        "from importlib.metadata import version; print(version('" + distribution + "'))");
  }

  /** Redfish takes nothing that is not here; IPMI takes a program. */
  private void controllers(Site site) {
    String version = firstLine("ipmitool", "-V");
    add(
        "ipmitool",
        "drift of management controllers of " + site.name() + " that speak IPMI",
        !version.isEmpty(),
        false,
        version.isEmpty() ? "not found" : version,
        "your system's packages (Debian, Ubuntu: apt-get install ipmitool)");
    String variable = site.setting("bmc.password-variable");
    String file = site.setting("bmc.password-file", "");
    Path path = Path.of(file.replaceFirst("^~/", System.getProperty("user.home") + "/"));
    boolean there =
        variable == null
            ? Files.isRegularFile(path) && Files.isReadable(path)
            : System.getenv(variable) != null;
    String what = variable == null ? "file " + file : "variable " + variable;
    add(
        "password of " + site.setting("bmc.user") + ", " + site.name(),
        "drift of management controllers",
        there,
        true,
        what + (there ? "" : " is not there"),
        "write the password there; bmc.password-file or bmc.password-variable names the place");
  }

  private static String firstLine(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0
          ? text.lines().findFirst().orElse("").replaceAll("\u001b\\[[0-9;]*m", "").strip()
          : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private void add(
      String what, String purpose, boolean there, boolean needed, String found, String remedy) {
    findings.add(new Finding(what, purpose, there, needed, found, remedy));
  }
}

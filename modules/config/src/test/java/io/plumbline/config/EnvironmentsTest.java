package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.OutOfService;
import io.plumbline.dsl.Default;
import io.plumbline.model.Site;
import io.plumbline.policy.Waiver;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentsTest {
  private static final String SITE =
      """
      sites:
        main: {provider: aws, engine: auto, region: us-east-1, endpoint: "http://127.0.0.1:1", credentials: fake}
      """;

  @TempDir Path root;
  private final Map<String, String> variables = new TreeMap<>();

  enum Mode {
    SAFE,
    FAST
  }

  record Band(int min, int max) {
    Band {
      if (min > max) {
        throw new IllegalArgumentException("min " + min + " is above max " + max);
      }
    }
  }

  /** A quantity. */
  public record Size(long gib) {
    public static Size parse(String text) {
      if (!text.endsWith("GiB")) {
        throw new IllegalArgumentException("a size is written 500GiB");
      }
      return new Size(Long.parseLong(text.substring(0, text.length() - 3)));
    }
  }

  record Parameters(
      String name,
      int nodes,
      long bytes,
      boolean efa,
      BigDecimal price,
      Mode mode,
      Duration patience,
      LocalDate end,
      Size disk,
      Band band,
      List<String> types,
      Map<String, Integer> weights,
      @Default("3") int tries,
      @Nullable String note,
      Optional<Band> spare) {}

  record Small(@Default("1") int nodes) {}

  private static final String ALL =
      """
          name: n
          nodes: 2
          bytes: 9000000000
          efa: true
          price: 32.50
          mode: FAST
          patience: 15m
          end: 2027-01-31
          disk: 500GiB
          band: {min: 1, max: 4}
          types: [a, b]
          weights: {z: 1, a: 2}
      """;

  @Test
  void bindsEveryTypeOfParameter() throws IOException {
    Environment environment = load("sandbox", SITE + "stacks:\n  big:\n" + ALL.indent(2));
    assertThat(environment.parameters())
        .containsExactly(
            Map.entry(
                "big",
                new Parameters(
                    "n",
                    2,
                    9_000_000_000L,
                    true,
                    new BigDecimal("32.5"),
                    Mode.FAST,
                    Duration.ofMinutes(15),
                    LocalDate.of(2027, 1, 31),
                    new Size(500),
                    new Band(1, 4),
                    List.of("a", "b"),
                    weights(),
                    3,
                    null,
                    Optional.empty())));
  }

  @Test
  void keepsTheOrderOfNamedValues() throws IOException {
    Environment environment = load("sandbox", SITE + "stacks:\n  big:\n" + ALL.indent(2));
    assertThat(((Parameters) environment.parameters().get("big")).weights().keySet())
        .containsExactly("z", "a");
  }

  @Test
  void flattensTheSettingsOfASite() throws IOException {
    Environment environment =
        load(
            "prod",
            """
            sites:
              main:
                provider: aws
                engine: terraform
                region: eu-central-1
                account: "012345678901"
                credentials: {profile: prod, role: "arn:aws:iam::012345678901:role/deploy"}
                state: {bucket: states, kms-key: alias/state}
                artefacts: {bucket: templates}
                timeout: {call: 60}
            stacks: {}
            """);
    assertThat(environment.sites())
        .singleElement()
        .satisfies(
            site -> {
              assertThat(site.engine()).isEqualTo("terraform");
              assertThat(site.source()).isEqualTo(new SourceLine("environments/prod.yaml", 3));
              assertThat(site.settings())
                  .containsExactly(
                      Map.entry("account", "012345678901"),
                      Map.entry("artefacts.bucket", "templates"),
                      Map.entry("credentials.profile", "prod"),
                      Map.entry("credentials.role", "arn:aws:iam::012345678901:role/deploy"),
                      Map.entry("region", "eu-central-1"),
                      Map.entry("state.bucket", "states"),
                      Map.entry("state.kms-key", "alias/state"),
                      Map.entry("timeout.call", "60"));
            });
  }

  @Test
  void checksInTheRoleForReadingWhereThereIsOne() throws IOException {
    Environment environment =
        load(
            "prod",
            """
            sites:
              main:
                provider: aws
                engine: cloudformation
                region: eu-central-1
                credentials:
                  role: "arn:aws:iam::012345678901:role/deploy"
                  read-role: "arn:aws:iam::012345678901:role/look"
              other:
                provider: aws
                engine: cloudformation
                region: eu-central-1
                credentials: {role: "arn:aws:iam::012345678901:role/deploy"}
            stacks: {}
            """);
    assertThat(environment.sites())
        .extracting(site -> site.setting("credentials.role"))
        .containsOnly("arn:aws:iam::012345678901:role/deploy");
    assertThat(environment.forReading().sites())
        .extracting(site -> site.setting("credentials.role"))
        .containsExactly(
            "arn:aws:iam::012345678901:role/look", "arn:aws:iam::012345678901:role/deploy");
  }

  @Test
  void readsRulesWithTheirLines() throws IOException {
    Environment environment =
        load(
            "sandbox",
            SITE
                + """
                stacks: {}
                ignore:
                  - {address: "trainers*", attribute: maxSize, reason: maintenance, until: 2027-01-31}
                tolerances:
                  - {kind: "*", undetermined: 2%, reason: hosts reboot}
                waivers:
                  - {policy: keep-a-node, subject: "spot*", owner: ops, reason: old, until: 2027-01-31}
                """);
    assertThat(environment.ignore())
        .containsExactly(
            new IgnoreRule(
                null,
                "trainers*",
                "maxSize",
                "maintenance",
                LocalDate.of(2027, 1, 31),
                new SourceLine("environments/sandbox.yaml", 5)));
    assertThat(environment.tolerances())
        .extracting(t -> t.percent().toPlainString())
        .containsExactly("2");
    assertThat(environment.waivers()).extracting(Waiver::owner).containsExactly("ops");
  }

  @Test
  void readsNodesOutOfServiceWithTheirLines() throws IOException {
    Environment environment =
        load(
            "sandbox",
            SITE
                + """
                stacks: {}
                out-of-service:
                  - {node: i-1, site: main, stack: big, pool: trainers, reason: Xid 79, until: 2027-01-31}
                """);
    assertThat(environment.outOfService())
        .containsExactly(
            new OutOfService(
                "i-1",
                "main",
                "big",
                "trainers",
                "Xid 79",
                LocalDate.of(2027, 1, 31),
                new SourceLine("environments/sandbox.yaml", 5)));
    assertThat(environment.forReading().outOfService()).hasSize(1);
  }

  @Test
  void refusesNodesOutOfServiceWithoutReasonAndDayAndThoseNamedTwice() {
    String head = SITE + "stacks: {}\nout-of-service:\n";
    assertThat(
            problems(
                "sandbox", head + "  - {node: i-1}\n  - {node: i-2, reason: a, until: soon}\n"))
        .extracting(Diagnostic::toString)
        .anyMatch(
            p -> p.startsWith("PLB-ENV-005") && p.contains("yaml:5") && p.contains("\"reason\""))
        .anyMatch(
            p -> p.startsWith("PLB-ENV-005") && p.contains("yaml:5") && p.contains("\"until\""))
        .anyMatch(p -> p.contains("yaml:6") && p.contains("got \"soon\""));
    String more = ", reason: a, until: 2027-01-31}\n";
    assertThat(
            problems(
                "sandbox",
                head
                    + "  - {node: i-1"
                    + more
                    + "  - {node: i-1"
                    + more
                    + "  - {node: i-2, site: x"
                    + more))
        .extracting(Diagnostic::toString)
        .satisfiesExactly(
            twice ->
                assertThat(twice)
                    .startsWith("PLB-ENV-012 error: node is out of service twice")
                    .contains("yaml:6", "got \"i-1\" again", "environments/sandbox.yaml:5"),
            elsewhere ->
                assertThat(elsewhere)
                    .startsWith("PLB-ENV-013 error: node is at no site of this environment")
                    .contains("yaml:7", "got \"x\"; allowed: main"));
  }

  @Test
  void putsEnvironmentVariablesIn() throws IOException {
    variables.put("NODES", "7");
    variables.put("EMPTY", "");
    Environment environment =
        load(
            "sandbox",
            SITE
                + "stacks:\n  big:\n"
                + ALL.indent(2)
                    .replace("nodes: 2", "nodes: ${NODES}")
                    .replace("name: n", "name: \"a-${EMPTY:-x}-$${NODES}\""));
    assertThat((Parameters) environment.parameters().get("big"))
        .satisfies(p -> assertThat(p.nodes()).isEqualTo(7))
        .satisfies(p -> assertThat(p.name()).isEqualTo("a-x-${NODES}"));
  }

  @Test
  void tellsEveryProblemAtOnceInTheOrderOfTheLines() {
    List<Diagnostic> problems =
        problems(
            "sandbox",
            """
            sites:
              main: {provider: awz, engine: auto, region: us-east-1, acount: "1"}
            stacks:
              big:
                name: 012
                nodes: many
                bytes: 1.5
                efa: "true"
                price: cheap
                mode: fast
                patience: 15
                end: tomorrow
                disk: 500GB
                band: {min: 4, max: 1}
                types: a
                weights: [a]
              smal: {}
            """);
    assertThat(problems)
        .extracting(p -> p.source().line(), Diagnostic::code)
        .containsExactly(
            tuple(2, "PLB-ENV-003"),
            tuple(2, "PLB-ENV-006"),
            tuple(5, "PLB-ENV-004"),
            tuple(6, "PLB-ENV-004"),
            tuple(7, "PLB-ENV-004"),
            tuple(8, "PLB-ENV-004"),
            tuple(9, "PLB-ENV-004"),
            tuple(10, "PLB-ENV-006"),
            tuple(11, "PLB-ENV-004"),
            tuple(12, "PLB-ENV-006"),
            tuple(13, "PLB-ENV-006"),
            tuple(14, "PLB-ENV-006"),
            tuple(15, "PLB-ENV-004"),
            tuple(16, "PLB-ENV-004"),
            tuple(17, "PLB-ENV-003"));
  }

  @Test
  void saysWhatWasGotWhatIsAllowedAndWhatToDo() {
    assertThat(problems("sandbox", SITE + "stacks:\n  small: {node: 1}\n"))
        .singleElement()
        .hasToString(
            """
            PLB-ENV-003 error: unknown key
              environments/sandbox.yaml:4 stacks.small: got "node"; allowed: nodes
              fix: did you mean "nodes"?\
            """);
    assertThat(problems("sandbox", SITE + "stacks:\n  small: {nodes: \"2\"}\n"))
        .singleElement()
        .hasToString(
            """
            PLB-ENV-004 error: value of the wrong type
              environments/sandbox.yaml:4 stacks.small.nodes: got "2"; allowed: a whole number
              fix: write a whole number, without quotes\
            """);
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(problems("sandbox", "sites:\n  main: {provider: aws}\n"))
        .extracting(Diagnostic::detail)
        .containsExactly(
            "\"stacks\" is not there; allowed: a section",
            "sites.main: \"engine\" is not there; allowed: terraform, opentofu, cloudformation,"
                + " auto",
            "sites.main: \"region\" is not there; allowed: a region, such as us-east-1");
  }

  @Test
  void reportsAnUnsetVariableOnceWithItsLine() {
    assertThat(problems("sandbox", SITE + "stacks:\n  small:\n    nodes: ${NODES}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-007"))
        .satisfies(p -> assertThat(p.source().line()).isEqualTo(5));
  }

  @Test
  void namesTheEnvironmentsThereAreForAnUnknownOne() throws IOException {
    write("prod", "");
    write("sandbox", "");
    assertThat(new Environments(root, variables::get).names()).containsExactly("prod", "sandbox");
    assertThat(problemsOf("prd"))
        .singleElement()
        .satisfies(p -> assertThat(p.detail()).isEqualTo("got \"prd\"; there are: prod, sandbox"))
        .satisfies(p -> assertThat(p.fix()).contains("\"prod\""));
    assertThat(problemsOf("../prod")).extracting(Diagnostic::code).containsExactly("PLB-ENV-001");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() throws IOException {
    Files.createDirectories(root.resolve("environments/prod.yaml"));
    assertThat(problemsOf("prod"))
        .singleElement()
        .hasToString(
            """
            PLB-ENV-011 error: environment is no file
              environments/prod.yaml:1 got a folder
              fix: move it away, and write the file\
            """);
  }

  @Test
  void givesLineAndColumnOfASyntaxError() {
    assertThat(problems("sandbox", "sites:\n  main: [\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-002"))
        .satisfies(p -> assertThat(p.detail()).startsWith("column "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "prod; engine: auto; engine",
        "prod; engine: terraform; state",
        "prod; engine: cloudformation, credentials: fake; credentials",
        "prod; engine: cloudformation, account: \"012345678901\", credentials: {role:"
            + " \"arn:aws:iam::109876543210:role/deploy\"}; credentials.role",
        "prod; engine: cloudformation, account: \"012345678901\", credentials: {read-role:"
            + " \"arn:aws:iam::109876543210:role/look\"}; credentials.read-role",
      })
  void refusesWhatIsNotSafeInAnEnvironment(String environment, String settings, String setting) {
    assertThat(
            problems(
                environment,
                "sites:\n  main: {provider: aws, region: us-east-1, "
                    + settings
                    + "}\nstacks: {}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-008"))
        .satisfies(p -> assertThat(p.detail()).startsWith("sites.main." + setting + ": got "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "credentials: fake; endpoint: got nothing",
        "credentials: fake, endpoint: 'https://ec2.example.com';"
            + " endpoint: got \"https://ec2.example.com\"",
        "credentials: fake, endpoint: 'http://127.0.0.1@ec2.example.com';"
            + " endpoint: got \"http://127.0.0.1@ec2.example.com\"",
        "endpoint: 'http://localhost:4510'; credentials: got nothing",
        "endpoint: 'http://[::1]:4510', credentials: default; credentials: got \"default\"",
        "endpoint: 'http://127.0.0.1', credentials: {profile: prod};"
            + " credentials: got a profile or a role",
      })
  void refusesASandboxThatReachesBeyondThisMachine(String settings, String got) {
    String text =
        "sites:\n  main: {provider: aws, engine: auto, region: us-east-1, "
            + settings
            + "}\nstacks: {}\n";
    assertThat(problems("sandbox", text))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-010"))
        .satisfies(p -> assertThat(p.detail()).startsWith("sites.main." + got + "; allowed"))
        .satisfies(p -> assertThat(p.source().line()).isEqualTo(2));
  }

  @Test
  void refusesBothWhereASandboxSaysNeither() {
    assertThat(
            problems(
                "sandbox",
                "sites:\n  main: {provider: aws, engine: auto, region: us-east-1}\nstacks: {}\n"))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-ENV-010", "PLB-ENV-010");
  }

  @Test
  void readsTheSettingsOfADataCentre() throws IOException {
    Environment environment =
        load(
            "prod",
            """
            sites:
              rack:
                provider: onprem
                engine: ansible
                ssh: {user: deploy, port: 2222, config: /etc/ssh/fleet, key: ~/.ssh/fleet, parallel: 20}
                timeout: {connect: 5, call: 60}
            stacks: {}
            """);
    assertThat(environment.sites().get(0).settings())
        .containsExactly(
            Map.entry("become", "true"),
            Map.entry("ssh.config", "/etc/ssh/fleet"),
            Map.entry("ssh.key", "~/.ssh/fleet"),
            Map.entry("ssh.parallel", "20"),
            Map.entry("ssh.port", "2222"),
            Map.entry("ssh.user", "deploy"),
            Map.entry("timeout.call", "60"),
            Map.entry("timeout.connect", "5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "provider: onprem, engine: ansible, region: us-east-1; PLB-ENV-003; got \"region\";"
            + " allowed:",
        "provider: onprem, engine: auto; PLB-ENV-006; engine: got \"auto\"; ansible",
        "provider: onprem, engine: terraform, proxmox: {endpoint: 'http://pve:8006/'}; PLB-ENV-006;"
            + " proxmox.endpoint: got; https",
        "provider: onprem, engine: terraform, vsphere: {server: 'https://vc'}; PLB-ENV-006;"
            + " vsphere.server: got; a name",
        "provider: onprem, engine: ansible, ssh: {key: id}; PLB-ENV-006; ssh.key: got \"id\";"
            + " absolute",
        "provider: onprem, engine: ansible, bmc: {user: -E}; PLB-ENV-006; bmc.user: got \"-E\";"
            + " letters",
        "provider: onprem, engine: ansible, bmc: {password: x}; PLB-ENV-003; \"password\";"
            + " password-file",
        "provider: aws, engine: cloudformation, region: us-east-1, ssh: {}; PLB-ENV-003; \"ssh\";"
            + " region",
        "provider: aws, engine: ansible, region: us-east-1; PLB-ENV-006; engine: got;"
            + " cloudformation",
        "engine: ansible; PLB-ENV-005; \"provider\" is not there; aws, azure, onprem",
        "provider: azure, engine: arm, location: eastus, subscription: mine; PLB-ENV-006;"
            + " subscription: got \"mine\"; id",
        "provider: azure, engine: cloudformation, location: eastus, subscription:"
            + " 44444444-4444-4444-4444-444444444444; PLB-ENV-006; engine: got; arm",
        "provider: azure, engine: arm, location: East US, subscription:"
            + " 44444444-4444-4444-4444-444444444444; PLB-ENV-006; location: got; eastus2",
      })
  void refusesWhatBelongsToAnotherProvider(String said, String code, String got, String allowed) {
    assertThat(problems("prod", "sites:\n  main: {" + said + "}\nstacks: {}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo(code))
        .satisfies(p -> assertThat(p.source().line()).isEqualTo(2))
        .satisfies(p -> assertThat(p.detail()).contains(got, allowed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "prod; engine: terraform; PLB-ENV-008; state: got nothing",
        "prod; engine: arm, credentials: fake; PLB-ENV-008; credentials: got",
        "sandbox; engine: arm; PLB-ENV-010; on this machine",
        "sandbox; engine: arm, endpoint: 'http://127.0.0.1:1'; PLB-ENV-010; fake",
      })
  void refusesWhatIsNotSafeOnAzure(String environment, String said, String code, String detail) {
    String site =
        "provider: azure, location: eastus, subscription: 44444444-4444-4444-4444-444444444444, "
            + said;
    assertThat(problems(environment, "sites:\n  main: {" + site + "}\nstacks: {}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo(code))
        .satisfies(p -> assertThat(p.detail()).contains(detail));
  }

  private static final String HALL =
      """
      sites:
        hall:
          provider: onprem
          engine: ansible
          state: {site: cloud}
        cloud:
          provider: azure
          engine: arm
          subscription: 44444444-4444-4444-4444-444444444444
          location: eastus
          artefacts: {resource-group: templates}
          credentials: cli
      """;

  @Test
  void aDataCentreKeepsItsStateWhereASiteOfACloudDoes() throws IOException {
    String state = "    state: {storage-account: states, container: plumbline}\n";
    Environment environment = load("prod", HALL + state + "stacks: {}\n");
    Site hall = environment.sites().get(0);
    Site cloud = environment.sites().get(1);
    assertThat(hall.keeper().provider()).isEqualTo("azure");
    assertThat(hall.keeper().name()).isEqualTo("cloud");
    assertThat(hall.keeper().settings()).containsAllEntriesOf(cloud.settings());
    assertThat(cloud.keeper()).isEqualTo(cloud);
  }

  @Test
  void refusesToKeepStateWhereNoneIsKept() {
    assertThat(problems("prod", HALL + "stacks: {}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-008"))
        .satisfies(p -> assertThat(p.source().line()).isEqualTo(3))
        .satisfies(p -> assertThat(p.detail()).contains("hall.state.site: got \"cloud\""))
        .satisfies(p -> assertThat(p.fix()).contains("storage-account: NAME"));
  }

  @Test
  void saysHowAStackIsFoundWhereThereIsNoneOfAName() {
    assertThat(problems("sandbox", SITE + "stacks:\n  serving-fleet: {}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-003"))
        .satisfies(
            p ->
                assertThat(p.fix())
                    .isEqualTo(
                        "check the name() of the class; a stack is found when"
                            + " META-INF/services/io.plumbline.dsl.Stack names its class"));
    assertThat(problems("sandbox", SITE + "stacks:\n  smal: {}\n"))
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.fix())
                    .startsWith("did you mean \"small\"? If not, check the name() of the class"));
  }

  @Test
  void refusesSecretsWithoutRepeatingThem() {
    assertThat(
            problems(
                "sandbox",
                SITE + "stacks:\n  small: {nodes: 1}\nwaivers: [AKIAIOSFODNN7EXAMPLE]\n"))
        .filteredOn(p -> p.code().equals("PLB-ENV-009"))
        .singleElement()
        .satisfies(p -> assertThat(p.toString()).doesNotContain("AKIA"));
  }

  private static Map<String, Integer> weights() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put("z", 1);
    weights.put("a", 2);
    return weights;
  }

  private static String tagged(String tags) {
    return SITE.replace("fake}", "fake, tags: {" + tags + "}}") + "stacks: {small: {}}\n";
  }

  @Test
  void joinsTheTagsOfASiteAndOfAStackWhichWins() throws IOException {
    Environment environment =
        load(
            "sandbox",
            tagged("owner: ml, cost-centre: \"4711\"") + "tags: {small: {owner: serving}}\n");

    assertThat(environment.sites().get(0).tags("small"))
        .isEqualTo(Map.of("owner", "serving", "cost-centre", "4711"));
    assertThat(environment.sites().get(0).tags("big"))
        .isEqualTo(Map.of("owner", "ml", "cost-centre", "4711"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:x: a", "AWS:x: a", "\"plumbline:id\": a", "Name: a", "a: \"x$y\""})
  void refusesTagsThatAreKeptOrCannotBe(String tag) {
    assertThat(problems("sandbox", tagged(tag)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("PLB-ENV-006");
              assertThat(problem.source())
                  .isEqualTo(new SourceLine("environments/sandbox.yaml", 2));
            });
  }

  @Test
  void refusesMoreTagsThanAResourceTakes() {
    String tags =
        IntStream.range(0, 47).mapToObj(i -> "t" + i + ": x").collect(Collectors.joining(", "));
    assertThat(problems("sandbox", tagged(tags)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail()).contains("47 tags", "AWS takes 50"));
  }

  private Environment load(String name, String text) throws IOException {
    write(name, text);
    Map<String, Class<? extends Record>> stacks = new LinkedHashMap<>();
    stacks.put("big", Parameters.class);
    stacks.put("small", Small.class);
    return new Environments(root, variables::get).load(name, stacks);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(root.resolve("environments"));
    Files.writeString(root.resolve("environments/" + name + ".yaml"), text);
  }

  private List<Diagnostic> problems(String name, String text) {
    return catchThrowableOfType(InvalidInputException.class, () -> load(name, text)).diagnostics();
  }

  private List<Diagnostic> problemsOf(String name) {
    return catchThrowableOfType(
            InvalidInputException.class,
            () -> new Environments(root, variables::get).load(name, Map.of()))
        .diagnostics();
  }
}

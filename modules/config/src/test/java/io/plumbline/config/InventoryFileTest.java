package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryFileTest {
  private static final String HEADER = "name,address,serial,rack,slot,mac,bmc,state\n";

  @TempDir Path root;
  @TempDir Path elsewhere;

  record Racks(Inventory machines) {}

  @Test
  void readsRowsOfATableInTheirCanonicalForm() throws IOException {
    Inventory inventory =
        load(
            "inventory/a.csv",
            "\ufeff"
                + HEADER
                + """
                # rack one
                n1,10.0.0.1,SN1,r1,1,AA-BB-CC-00-00-01,10.9.0.1,in-service

                "n2", 2001:DB8:0::2 ,SN2,r1,2,aabb.cc00.0002,,In Repair
                n3,N3.Example.com,SN3,r2,1,,bmc3.example.com,SPARE
                """);
    assertThat(inventory.file()).isEqualTo("inventory/a.csv");
    assertThat(inventory.hosts())
        .containsExactly(
            new InventoryHost(
                "n1",
                "10.0.0.1",
                "SN1",
                "r1",
                1,
                "aa:bb:cc:00:00:01",
                "10.9.0.1",
                HostState.IN_SERVICE,
                new SourceLine("inventory/a.csv", 3)),
            new InventoryHost(
                "n2",
                "2001:db8::2",
                "SN2",
                "r1",
                2,
                "aa:bb:cc:00:00:02",
                null,
                HostState.IN_REPAIR,
                new SourceLine("inventory/a.csv", 5)),
            new InventoryHost(
                "n3",
                "n3.example.com",
                "SN3",
                "r2",
                1,
                null,
                "bmc3.example.com",
                HostState.SPARE,
                new SourceLine("inventory/a.csv", 6)));
  }

  @Test
  void readsTheSameInYaml() throws IOException {
    assertThat(
            load(
                    "a.yaml",
                    """
                    - {name: n1, address: 10.0.0.1, serial: "1234", rack: r1, slot: 7, state: in-service}
                    - name: n2
                      address: 10.0.0.2
                      serial: SN2
                      rack: r1
                      slot: 9
                      state: spare
                    """)
                .hosts())
        .extracting(InventoryHost::serial, InventoryHost::slot, host -> host.source().line())
        .containsExactly(tuple("1234", 7, 1), tuple("SN2", 9, 2));
  }

  @Test
  void tellsAllThatIsWrongWithEachRowAtOnce() {
    assertThat(
            problems(
                "a.csv",
                HEADER
                    + """
                    N1,10.0.0.256,SN 1,,0,ff:ff:ff:ff:ff:ff,10.9.0.1/24,broken
                    n2,10.0.0.2,SN2,r1,2,,,spare,more
                    "n3,10.0.0.3
                    n4,10.0.0.4,SN4,r1,4,,,spare
                    n5,10.0.0.4,sn4,r1,4,,,spare
                    """))
        .extracting(p -> p.source().toString(), Diagnostic::code, p -> p.detail().split(":", -1)[0])
        .containsExactly(
            tuple("a.csv:2", "PLB-ENV-006", "name"),
            tuple("a.csv:2", "PLB-ENV-006", "address"),
            tuple("a.csv:2", "PLB-ENV-006", "serial"),
            tuple("a.csv:2", "PLB-ENV-005", "\"rack\" is not there; allowed"),
            tuple("a.csv:2", "PLB-ENV-006", "slot"),
            tuple("a.csv:2", "PLB-ENV-006", "mac"),
            tuple("a.csv:2", "PLB-ENV-006", "bmc"),
            tuple("a.csv:2", "PLB-ENV-006", "state"),
            tuple("a.csv:3", "PLB-INV-003", "got 9 cells; allowed are 8, as in the first row"),
            tuple("a.csv:4", "PLB-INV-003", "got a row that is no CSV"),
            tuple("a.csv:6", "PLB-INV-002", "address"),
            tuple("a.csv:6", "PLB-INV-002", "rack and slot"),
            tuple("a.csv:6", "PLB-INV-002", "serial"));
  }

  @Test
  void saysWhatWasGotWhatIsAllowedAndWhatToDo() {
    assertThat(problems("a.csv", HEADER + "n1,10.0.0.1,S,r,1,,,broken\n"))
        .singleElement()
        .hasToString(
            """
            PLB-ENV-006 error: value not allowed
              a.csv:2 state: got "broken": a state is one of in-service, in-repair, spare and install
              fix: write it as said\
            """);
    assertThat(
            problems(
                "a.csv", HEADER + "n1,10.0.0.1,S,r,1,,,spare\nn2,10.0.0.1,T,r,2,,,in service\n"))
        .singleElement()
        .hasToString(
            """
            PLB-INV-002 error: two machines in one
              a.csv:3 address: got "10.0.0.1" again, which a.csv:2 has; allowed once
              fix: correct one of the rows, or take it out\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nme,address,serial,rack,slot,state; PLB-ENV-003, PLB-ENV-005",
        "name,name,address,serial,rack,slot,state; PLB-INV-003",
      })
  void refusesAFirstRowThatNamesNoTable(String header, String codes) {
    assertThat(problems("a.csv", header + "\nn1\nn2\n").stream().map(Diagnostic::code))
        .containsExactly(codes.split(", "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n", "n-", "a.b", "all", "localhost", "ungrouped", "n_1", "ü"})
  void refusesHostNamesThatAreNone(String name) {
    assertThat(problems("a.csv", HEADER + name + ",10.0.0.1,S,r,1,,,spare\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.detail()).startsWith("name: got \"" + name + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0", "10.0.0.01", "10.0.0.1/32", "fe80::1%eth0", "a b", "x:y", "-n", "a..b"})
  void refusesAddressesThatAreNone(String address) {
    assertThat(problems("a.csv", HEADER + "n1," + address + ",S,r,1,,,spare\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.detail()).startsWith("address: got \"" + address + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.csv", "/etc/hostname", "none.csv", "environments", "a\u0000b", "link.csv"})
  void refusesFilesThatAreNoneOfTheProject(String path) throws IOException {
    Path outside = Files.writeString(elsewhere.resolve("a.csv"), HEADER);
    Files.createSymbolicLink(root.resolve("link.csv"), outside);
    assertThat(problemsOf("\"" + path.replace("\u0000", "\\0") + "\""))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-ENV-014"))
        .satisfies(
            p -> assertThat(p.source()).isEqualTo(new SourceLine("environments/prod.yaml", 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.txt; name; PLB-INV-001",
        "a.yaml; 'name: x'; PLB-ENV-004",
        "a.yaml; '[x'; PLB-ENV-002",
        "a.csv; '\u00ff'; PLB-INV-001",
      })
  void refusesWhatIsNoInventory(String file, String text, String code) throws IOException {
    Files.write(root.resolve(file), text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemsOf(file)).extracting(Diagnostic::code).containsExactly(code);
  }

  @Test
  void readsManyRows() throws IOException {
    String rows =
        IntStream.range(0, 5000)
            .mapToObj(
                i ->
                    "n%d,n%d.example.com,S%d,r%d,%d,,,spare".formatted(i, i, i, i / 50, i % 50 + 1))
            .collect(Collectors.joining("\n"));
    assertThat(load("a.csv", HEADER + rows).hosts()).hasSize(5000);
  }

  private Inventory load(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
    return load(file);
  }

  private Inventory load(String path) throws IOException {
    Files.createDirectories(root.resolve("environments"));
    Files.writeString(
        root.resolve("environments/prod.yaml"),
        "sites: {}\nstacks:\n  racks: {machines: " + path + "}\n");
    Environment environment =
        new Environments(root, name -> null).load("prod", Map.of("racks", Racks.class));
    return ((Racks) environment.parameters().get("racks")).machines();
  }

  private List<Diagnostic> problems(String file, String text) {
    return catchThrowableOfType(InvalidInputException.class, () -> load(file, text)).diagnostics();
  }

  private List<Diagnostic> problemsOf(String path) {
    return catchThrowableOfType(InvalidInputException.class, () -> load(path)).diagnostics();
  }
}

package io.plumbline.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the boundaries of the modules over the built classes: who may know whom, and which library
 * lives where.
 */
final class ArchitectureTest {
  /** The packages of module {@code core}. */
  private static final String NAMES =
      "cost|diagnostic|drift|dsl|files|graph|kind|model|policy|process|rule|run|spi|state|synth"
          + "|unit|value";

  private static final String[] CORE =
      Stream.of(NAMES.split("\\|", -1)).map(each -> "io.plumbline." + each).toArray(String[]::new);

  private static JavaClasses built;

  @BeforeAll
  static void importTheBuiltClasses() {
    built =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plumbline");
  }

  @Test
  void seesTheWholeProduct() {
    assertThat(built.size()).as("classes imported").isGreaterThan(200);
    for (String module :
        new String[] {
          "io.plumbline.value",
          "io.plumbline.aws.kinds",
          "io.plumbline.azure.kinds",
          "io.plumbline.live.aws",
          "io.plumbline.live.onprem",
          "io.plumbline.terraform",
          "io.plumbline.cloudformation",
          "io.plumbline.ansible",
          "io.plumbline.arm",
          "io.plumbline.chef",
          "io.plumbline.config",
          "io.plumbline.text",
          "io.plumbline.yaml",
          "io.plumbline.report",
          "io.plumbline.cli",
          "io.plumbline.sandbox"
        }) {
      assertThat(built.that(resideInAPackage(module + "..")).size()).as(module).isPositive();
    }
  }

  /** A package of core that stood in no rule would be held to none. */
  @Test
  void knowsEveryPackageOfCore() {
    assertThat(built.that(isInModule("core")))
        .extracting(JavaClass::getPackageName)
        .containsOnly(CORE);
  }

  private static DescribedPredicate<JavaClass> isInModule(String module) {
    return DescribedPredicate.describe(
        "are in module " + module,
        each ->
            each.getSource()
                .map(source -> source.getUri().toString())
                .filter(
                    uri ->
                        uri.matches(
                            ".*/plumbline-" + module + "-[0-9].*|.*/modules/" + module + "/.*"))
                .isPresent());
  }

  @Test
  void coreStandsOnTheJdkAlone() {
    classes()
        .that(resideInAnyPackage(CORE))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(CORE).or(resideInAnyPackage("java..", "org.jspecify..")))
        .because("everything else stands on core, so what core needs, everybody needs")
        .check(built);
  }

  @Test
  void theCoreHasNoPackageCycles() {
    slices()
        .matching("io.plumbline.(" + NAMES + ")")
        .should()
        .beFreeOfCycles()
        .because("data goes one way")
        .check(built);
  }

  @ParameterizedTest
  @CsvSource({
    "picocli.., io.plumbline.cli..",
    "me.tongfei.., io.plumbline.cli..",
    "org.snakeyaml.., io.plumbline.yaml..",
    "freemarker.., io.plumbline.text..",
    "org.apache.commons.csv.., io.plumbline.config..",
    "org.apache.maven.., io.plumbline.maven..",
  })
  void aLibraryLivesInOneModule(String library, String home) {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage(home)))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .because("a library that is known in one place can be replaced in one place")
        .check(built);
  }

  @Test
  void cloudSdksLiveInLiveReadersAndEnginesAlone() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "io.plumbline.live..",
                    "io.plumbline.cloudformation..",
                    "io.plumbline.aws.client..")))
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
        .because("describing and generating need no SDK on the class path")
        .check(built);
  }

  /** But for the stand-in, whose model types they are. */
  @Test
  void azuresSdkLivesInLiveReadersAndEnginesAlone() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "io.plumbline.live.azure..",
                    "io.plumbline.arm..",
                    "io.plumbline.azure.client..",
                    "io.plumbline.azure.standin..")))
        .should()
        .dependOnClassesThat(resideInAPackage("com.azure.."))
        .because("describing and generating need no SDK on the class path")
        .check(built);
  }

  @Test
  void siblingsDoNotSeeEachOther() {
    DescribedPredicate<JavaClass> formats =
        resideInAnyPackage(
            "io.plumbline.terraform..",
            "io.plumbline.cloudformation..",
            "io.plumbline.ansible..",
            "io.plumbline.arm..",
            "io.plumbline.chef..");
    DescribedPredicate<JavaClass> live = resideInAPackage("io.plumbline.live..");
    DescribedPredicate<JavaClass> providers =
        resideInAnyPackage(
            "io.plumbline.aws",
            "io.plumbline.aws.kinds..",
            "io.plumbline.aws.lower..",
            "io.plumbline.azure",
            "io.plumbline.azure.kinds..",
            "io.plumbline.azure.lower..");
    noClasses()
        .that(formats)
        .should()
        .dependOnClassesThat(live.or(providers))
        .because("a format knows dialects, not providers")
        .check(built);
    noClasses()
        .that(live)
        .should()
        .dependOnClassesThat(formats.or(providers))
        .because("a reader knows operations, not kinds")
        .check(built);
    noClasses()
        .that(providers)
        .should()
        .dependOnClassesThat(formats.or(live))
        .because("a provider knows kinds, not engines")
        .check(built);
    slices()
        .matching("io.plumbline.(terraform|cloudformation|ansible|arm|chef)..")
        .should()
        .notDependOnEachOther()
        .because("an engine can be left out")
        .check(built);
  }

  @Test
  void onlyTheFrontEndsKnowTheFrontEnds() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage("io.plumbline.cli..", "io.plumbline.maven..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.plumbline.cli..", "io.plumbline.maven.."))
        .because("arguments and exit codes are the outermost thing")
        .check(built);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Impl|Utils?)")
        .because("such a name says nothing about the thing")
        .check(built);
  }
}

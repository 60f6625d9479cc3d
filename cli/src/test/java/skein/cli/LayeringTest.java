package skein.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What ARCHITECTURE demands: imports point one way, and only the command line prints. */
class LayeringTest {
  private static final JavaClasses SKEIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("skein");

  private static final String[] ENGINE = {"skein.spec..", "skein.checker.."};

  @Test
  void importsPointFromTheCommandLineToTheLanguage() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("spec")
        .definedBy("skein.spec..")
        .layer("checker")
        .definedBy("skein.checker..")
        .layer("cli")
        .definedBy("skein.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("checker")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("spec")
        .mayOnlyBeAccessedByLayers("checker", "cli")
        .check(SKEIN);
  }

  @Test
  void theCheckerKnowsOfTheLanguageOnlyTheContract() {
    noClasses()
        .that()
        .resideInAPackage("skein.checker..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are of spec but not of its model package",
                type ->
                    type.getPackageName().startsWith("skein.spec")
                        && !type.getPackageName().equals("skein.spec.model")))
        .check(SKEIN);
  }

  @Test
  void renderersDoNotReadFilesOrKnowCommands() {
    noClasses()
        .that()
        .resideInAPackage("skein.cli.render..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "skein.cli", "skein.cli.console..", "picocli..")
        .check(SKEIN);
  }

  @Test
  void onlyTheCommandLineReadsFilesAndPrints() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.PrintStream")
        .check(SKEIN);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("skein.(*).(*)..").should().beFreeOfCycles().check(SKEIN);
  }
}

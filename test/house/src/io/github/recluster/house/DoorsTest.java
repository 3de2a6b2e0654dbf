// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which way the doors of the house open, read from the class files: {@code nodes -> core}, {@code
 * nodes -> xgboost -> core.boosting, core.trees}, {@code cli -> core, xgboost}; within the core
 * {@code umap, hdbscan -> neighbors, graph -> data, compute} and {@code ovr -> boosting -> trees <-
 * shap}.
 */
class DoorsTest {
  private static final String OURS = "io.github.recluster.";
  private static final String CORE = OURS + "core.";

  /** What stands above the stages: it may import them, they never import it. */
  private static final List<String> ABOVE = List.of("stability", "explain", "recursion");

  /** Declared by bridge methods that the compiler adds to choices of columns; in no source. */
  private static final String IN_BRIDGES = "StateComputationFailureException";

  private static JavaClasses house;

  @BeforeAll
  static void read() {
    house = new ClassFileImporter().importPackages("io.github.recluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"core.data", "core.umap", "xgboost", "cli", "nodes.webui", "nodes.chart"})
  void everyRoomIsRead(String room) {
    assertTrue(
        house.stream().anyMatch(c -> c.getPackageName().startsWith(OURS + room)),
        room + " is empty: the rules below say nothing");
  }

  @Test
  void coreKnowsNeitherKnimeNorXgboostNorTheRestOfTheHouse() {
    closed(
        CORE + ".",
        "org.knime..",
        "ml.dmlc..",
        OURS + "xgboost..",
        OURS + "nodes..",
        OURS + "cli..");
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "hdbscan", "ovr", "shap"})
  void stagesNeverImportOneAnother(String stage) {
    closed(
        CORE + stage + "..",
        Stream.of("umap", "hdbscan", "ovr", "shap")
            .filter(other -> !other.equals(stage))
            .map(other -> CORE + other + "..")
            .toArray(String[]::new));
  }

  @Test
  void onlyStabilityExplainAndRecursionStandAboveTheStages() {
    String[] above = ABOVE.stream().map(room -> CORE + room + "..").toArray(String[]::new);
    holds(
        noClasses()
            .that(resideInAnyPackage(CORE + ".").and(not(resideInAnyPackage(above))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above));
  }

  @Test
  void boostingOpensToTreesAndTreesToNoStage() {
    only(CORE + "boosting..", CORE + "trees..", CORE + "data..", CORE + "compute..");
    only(CORE + "trees..", CORE + "data..", CORE + "compute..");
  }

  @Test
  void neighborsAndGraphOpenToDataAndComputeAlone() {
    only(CORE + "neighbors..", CORE + "data..", CORE + "compute..");
    only(CORE + "graph..", CORE + "data..", CORE + "compute..");
  }

  @Test
  void theCoreHasNoPackageCycles() {
    holds(slices().matching(CORE + "(*)..").should().beFreeOfCycles());
  }

  @Test
  void theNodesHaveNoPackageCycles() {
    holds(slices().matching(OURS + "nodes.(*)..").should().beFreeOfCycles());
  }

  @Test
  void chartsAreDrawnWithoutKnime() {
    closed(OURS + "nodes.chart..", "org.knime..");
  }

  @Test
  void webuiAloneTouchesRestrictedPackages() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(OURS + "nodes..")
            .and()
            .resideOutsideOfPackage(OURS + "nodes.webui..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.knime.core.webui..", "org.knime.node.impl..")
                    .and(not(simpleName(IN_BRIDGES)))));
  }

  @Test
  void theStageCommandKnowsCoreAndXgboostOnly() {
    only(OURS + "cli..", CORE + ".", OURS + "xgboost..");
    closed(OURS + "cli..", "org.knime..", "ml.dmlc..");
  }

  @Test
  void xgboostKnowsBoostingTreesComputeAndDataOnly() {
    only(
        OURS + "xgboost..",
        CORE + "boosting..",
        CORE + "trees..",
        CORE + "compute..",
        CORE + "data..");
    closed(OURS + "xgboost..", "org.knime..");
  }

  @Test
  void onlyXgboostTouchesTheNativeLibrary() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(OURS + ".")
            .and()
            .resideOutsideOfPackage(OURS + "xgboost..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ml.dmlc.."));
  }

  /** No class of the room depends on a class of the others. */
  private static void closed(String room, String... others) {
    holds(
        noClasses()
            .that()
            .resideInAPackage(room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others));
  }

  /** Of our own classes, those of the room depend on each other and on the named rooms' only. */
  private static void only(String room, String... named) {
    List<String> allowed = new ArrayList<>(List.of(named));
    allowed.add(room);
    holds(
        classes()
            .that()
            .resideInAPackage(room)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(allowed.toArray(String[]::new))
                    .or(not(resideInAnyPackage(OURS + ".")))));
  }

  private static void holds(ArchRule rule) {
    rule.check(house);
  }
}

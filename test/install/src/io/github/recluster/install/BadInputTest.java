// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.install;

import static io.github.recluster.install.SavedWorkflow.choose;
import static io.github.recluster.install.SavedWorkflow.columns;
import static io.github.recluster.install.SavedWorkflow.file;
import static io.github.recluster.install.SavedWorkflow.replace;
import static io.github.recluster.install.SavedWorkflow.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be computed: a sentence that says why, KNIME's exit code, and no file left behind.
 */
class BadInputTest {
  private static final int NOT_LOADED = 3;
  private static final int NOT_EXECUTED = 4;
  private static final String[] GOOD = {
    "Age,Name,Visits", "31,Ada,4", "45,Ben,2", "28,Cleo,7", "60,Dan,1"
  };

  private static final String[] NO_COMPLETE_ROW = {"Age,Visits", "31,", ",4"};

  @TempDir Path scratch;

  @Test
  void aTextColumnChosenByNameIsNamed() throws Exception {
    var run = chain("UMAP Embed", GOOD, choose("Age", "Name"));
    failed(run, "UMAP Embed (#2)", "Name");
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws Exception {
    var run = chain("UMAP Embed", GOOD, choose("Age", "Height"));
    failed(run, "UMAP Embed (#2)", "Height");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Scale", "UMAP Embed", "HDBSCAN Cluster"})
  void aTableOfAHeaderAloneIsRefused(String node) throws Exception {
    failed(chain(node, new String[] {"Age,Visits"}, columns("logColumns")), node + " (#2)");
  }

  @Test
  void scaleCannotLearnFromATableWithoutACompleteRow() throws Exception {
    failed(chain("Scale", NO_COMPLETE_ROW, columns("logColumns")), "Scale (#2)", "row", "Visits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UMAP Embed", "HDBSCAN Cluster"})
  void aTableWithoutACompleteRowGetsNoAnswersAndAWarning(String node) throws Exception {
    var run = chain(node, NO_COMPLETE_ROW);
    assertTrue(run.console().contains(node + " (#2): 2 of 2 rows were skipped"), run.console());
    assertResultRows(2, run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Scale", "UMAP Embed", "HDBSCAN Cluster"})
  void oneRowGetsAnAnswer(String node) throws Exception {
    assertResultRows(1, chain(node, new String[] {"Age,Visits", "31,4"}, columns("logColumns")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", ""})
  void aMissingValueIsRefusedWhereTheNodeIsToldSo(String value) throws Exception {
    String[] lines = {"Age,Visits", "31.5,4", "45.5," + value, "28.5,7", "60.5,1"};
    var run = scale(lines, set("missingValues", "FAIL"), choose("Age", "Visits"));
    failed(run, "Scale (#2)", "Row1", "Visits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "changed", "text"})
  void aDamagedModelFileIsRefused(String damage) throws Exception {
    Path workflow = modelCopy(damage(model(), damage));
    var run = InstalledProgram.run(workflow);
    failed(run, "Model Reader (#1)", "given.model", "damaged");
  }

  @Test
  void aNodeThatIsNotInstalledEndsTheRunOrTheLoading() throws Exception {
    Path workflow =
        reader(GOOD)
            .node(2, "Scale", replace("nodes.scale.ScaleNodeFactory", "nodes.scale.NoSuchFactory"))
            .wire(1, 1, 2, 1)
            .save();
    failed(InstalledProgram.run(workflow), "Scale (#2)", "NoSuchFactory");
    var strict = InstalledProgram.run(workflow, "-failonloaderror");
    assertEquals(NOT_LOADED, strict.exitCode(), strict.console());
    assertTrue(strict.console().contains("Scale (#2)"), strict.console());
  }

  @Test
  void aWrongArgumentGetsOneLine() throws Exception {
    Path workflow = reader(GOOD).save();
    for (String wrong : List.of("-nosuchoption", "-workflow.variable=a,b", "-workflowDir=/none")) {
      var run = InstalledProgram.run(workflow, wrong);
      assertEquals(2, run.exitCode(), run.console());
      assertEquals(1, errors(run).size(), run.console());
    }
  }

  @Test
  void aFolderWithoutAWorkflowIsNotLoaded() throws Exception {
    var run = InstalledProgram.run(Files.createDirectory(scratch.resolve("empty")));
    assertEquals(NOT_LOADED, run.exitCode(), run.console());
    assertEquals(1, errors(run).size(), run.console());
  }

  private InstalledProgram.Run scale(
      String[] lines, UnaryOperator<String> a, UnaryOperator<String> b) throws Exception {
    return chain("Scale", lines, columns("logColumns"), a, b);
  }

  /** CSV Reader, the node, and a writer that must not write. */
  @SafeVarargs
  private InstalledProgram.Run chain(String node, String[] lines, UnaryOperator<String>... changes)
      throws Exception {
    SavedWorkflow workflow = reader(lines);
    workflow.node(2, node, changes).node(3, "CSV Writer", file("out/result.csv"));
    return InstalledProgram.run(workflow.wire(1, 1, 2, 1).wire(2, 1, 3, 1).save());
  }

  private SavedWorkflow reader(String... lines) throws IOException {
    return new SavedWorkflow(scratch.resolve("workflow"))
        .table("table.csv", lines)
        .node(1, "CSV Reader", file("table.csv"));
  }

  /** The model file of a Scale node. */
  private byte[] model() throws Exception {
    SavedWorkflow workflow = reader(GOOD);
    workflow.node(2, "Scale", columns("logColumns")).node(3, "Model Writer", file("scale.model"));
    var run = InstalledProgram.run(workflow.wire(1, 1, 2, 1).wire(2, 2, 3, 1).save());
    assertEquals(0, run.exitCode(), run.console());
    return Files.readAllBytes(workflow.folder.resolve("data/scale.model"));
  }

  private static byte[] damage(byte[] model, String how) {
    return switch (how) {
      case "cut" -> Arrays.copyOf(model, model.length / 2);
      case "changed" -> {
        byte[] changed = model.clone();
        for (int i = model.length / 2; i < model.length / 2 + 8; i++) {
          changed[i] ^= 0x55;
        }
        yield changed;
      }
      default -> "no model at all".getBytes(StandardCharsets.UTF_8);
    };
  }

  /** Model Reader and Model Writer around a file. */
  private Path modelCopy(byte[] model) throws IOException {
    SavedWorkflow workflow = new SavedWorkflow(scratch.resolve("copy"));
    Files.write(workflow.folder.resolve("data/given.model"), model);
    workflow.node(
        1,
        "Model Writer",
        file("given.model"),
        replace("model.writer.ModelWriterNodeFactory", "model.reader.ModelReaderNodeFactory"),
        replace("SMID_Writer", "SMID_Reader"),
        replace("Model Writer", "Model Reader"));
    return workflow.node(2, "Model Writer", file("out/copy.model")).wire(1, 1, 2, 1).save();
  }

  /** Exit 4, one clear line that says all of it, no stack trace, and nothing in the out folder. */
  private void failed(InstalledProgram.Run run, String... said) throws IOException {
    assertEquals(NOT_EXECUTED, run.exitCode(), run.console());
    List<String> errors = errors(run);
    assertTrue(
        errors.stream().anyMatch(line -> Stream.of(said).allMatch(line::contains)),
        () -> "an error that says " + List.of(said) + "\n" + run.console());
    assertFalse(run.console().contains("\tat "), run.console());
    assertFalse(run.console().contains("Exception"), run.console());
    try (Stream<Path> files = Files.walk(scratch)) {
      List<Path> left =
          files.filter(f -> Files.isRegularFile(f) && f.getParent().endsWith("out")).toList();
      assertEquals(List.of(), left, run.console());
    }
  }

  private void assertResultRows(int rows, InstalledProgram.Run run) throws IOException {
    assertEquals(0, run.exitCode(), run.console());
    Path result = scratch.resolve("workflow/data/out/result.csv");
    assertEquals(1 + rows, Files.readAllLines(result).size(), run.console());
  }

  private static List<String> errors(InstalledProgram.Run run) {
    return run.console().lines().filter(line -> line.startsWith("ERROR")).toList();
  }
}

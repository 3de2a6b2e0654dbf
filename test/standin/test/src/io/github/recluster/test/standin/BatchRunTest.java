// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortUtil;
import org.knime.core.standin.BatchRun;

class BatchRunTest {
  @TempDir Path temp;
  private Path workflow;
  private String printed;

  @BeforeEach
  void copySample() throws IOException {
    workflow = Samples.csvToCsv(temp);
  }

  private int run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = BatchRun.run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
    printed = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private Path node(String name) {
    return workflow.resolve(name + "/settings.xml");
  }

  private String sampleOutput() throws IOException {
    return Files.readString(Samples.root().resolve("csv-to-csv/data/out.csv"));
  }

  /** Puts a node of the tests in the place of the Column Filter. */
  private void useTestNode(int rows, String mode) throws IOException {
    Samples.change(
        node("Column Filter (#2)"),
        s -> {
          s.addString("factory", TestNodeFactory.class.getName());
          s.addString("name", "Test");
          NodeSettings model = (NodeSettings) s.addNodeSettings("model");
          model.addInt("rows", rows);
          model.addString("mode", mode);
        });
  }

  @Tag("golden")
  @Test
  void theOutputOfKnimeIsMadeByteForByte() throws IOException {
    assertEquals(0, run("-workflowDir=" + workflow, "-reset", "-nosave"), printed);
    assertEquals(sampleOutput(), Files.readString(workflow.resolve("data/out.csv")));
  }

  @Test
  void savedInPlaceTheFilesStayAsTheyWere() throws IOException {
    assertEquals(0, run("-workflowDir=" + workflow));
    Path sample = Samples.root().resolve("csv-to-csv");
    for (String file : new String[] {"workflow.knime", "CSV Reader (#1)/settings.xml"}) {
      assertEquals(
          Files.readString(sample.resolve(file)), Files.readString(workflow.resolve(file)));
    }
  }

  @Test
  void aZipGoesInAndComesOut() throws IOException {
    Path zip = temp.resolve("saved.knwf");
    assertEquals(0, run("-workflowDir=" + workflow, "-noexecute", "-destFile=" + zip), printed);
    assertFalse(Files.exists(workflow.resolve("data/out.csv")));
    Path folder = temp.resolve("saved");
    assertEquals(0, run("-workflowFile=" + zip, "-destDir=" + folder), printed);
    assertEquals(sampleOutput(), Files.readString(folder.resolve("data/out.csv")));
  }

  @Tag("edge")
  @Test
  void wrongArgumentsAre2() {
    assertEquals(0, run());
    assertEquals(2, run("-nosave"));
    assertEquals(2, run("-workflowDir=" + temp.resolve("none")));
    assertTrue(printed.contains("is not a directory"), printed);
    assertEquals(2, run("-workflowDir=" + workflow, "-what"));
    assertEquals(2, run("-workflowDir=" + workflow, "-workflow.variable=a,b,int"));
    assertEquals(2, run("-workflowDir=" + workflow, "-workflow.variable=a,1,long"));
  }

  @Tag("edge")
  @Test
  void whatCannotBeLoadedIs3() throws IOException {
    assertEquals(3, run("-workflowDir=" + temp.resolve("csv-to-csv/data")));
    Samples.change(workflow.resolve("workflow.knime"), s -> s.addString("version", "5.12.0"));
    assertEquals(3, run("-workflowDir=" + workflow));
    assertTrue(printed.contains("Unsupported workflow version"), printed);
  }

  @Tag("edge")
  @Test
  void anUnknownNodeIsNamedAndIs4Or3() throws IOException {
    Samples.change(node("Column Filter (#2)"), s -> s.addString("factory", "org.other.Factory"));
    assertEquals(4, run("-workflowDir=" + workflow, "-nosave"));
    assertTrue(printed.contains("Column Filter (#2)"), printed);
    assertTrue(printed.contains("org.other.Factory"), printed);
    assertEquals(3, run("-workflowDir=" + workflow, "-nosave", "-failonloaderror"));
    assertTrue(printed.contains("Column Filter (#2)"), printed);
  }

  @Tag("edge")
  @Test
  void aFailureIs4AndLeavesNoFile() throws IOException {
    Files.delete(workflow.resolve("data/penguins.csv"));
    assertEquals(4, run("-workflowDir=" + workflow, "-nosave"));
    assertTrue(printed.contains("ERROR CSV Reader (#1)"), printed);
    assertFalse(Files.exists(workflow.resolve("data/out.csv")));
  }

  @Test
  void warningsAreShownAndAre0() throws IOException {
    useTestNode(3, "warn");
    assertEquals(0, run("-workflowDir=" + workflow, "-nosave"));
    assertTrue(printed.contains("WARN  Test (#2): a warning"), printed);
    assertEquals(4, Files.readAllLines(workflow.resolve("data/out.csv")).size());
  }

  @Test
  void aWorkflowVariableOverwritesASetting() throws IOException {
    useTestNode(3, "");
    Samples.change(
        node("Column Filter (#2)"),
        s -> {
          NodeSettings leaf = new NodeSettings("rows");
          leaf.addString("used_variable", "wanted");
          leaf.addString("exposed_variable", null);
          NodeSettings tree = new NodeSettings("tree");
          tree.addNodeSettings(leaf);
          ((NodeSettings) s.addNodeSettings("variables")).addNodeSettings(tree);
        });
    assertEquals(4, run("-workflowDir=" + workflow, "-nosave"));
    assertTrue(printed.contains("Unknown flow variable \"wanted\""), printed);
    assertEquals(
        0, run("-workflowDir=" + workflow, "-nosave", "-workflow.variable=wanted,7,int"), printed);
    assertTrue(printed.contains("potentially unused"), printed);
    assertEquals(8, Files.readAllLines(workflow.resolve("data/out.csv")).size());
  }

  @Test
  void aVariableThatANodePushesReachesTheNext() throws IOException {
    useTestNode(5, "push");
    Samples.change(
        node("CSV Writer (#3)"),
        s -> {
          NodeSettings leaf = new NodeSettings("path");
          leaf.addString("used_variable", "file");
          leaf.addString("exposed_variable", null);
          NodeSettings inner = new NodeSettings("path");
          inner.addNodeSettings(leaf);
          NodeSettings chooser = new NodeSettings("file_chooser_settings");
          chooser.addNodeSettings(inner);
          NodeSettings settings = new NodeSettings("settings");
          settings.addNodeSettings(chooser);
          NodeSettings tree = new NodeSettings("tree");
          tree.addNodeSettings(settings);
          ((NodeSettings) s.addNodeSettings("variables")).addNodeSettings(tree);
        });
    assertEquals(0, run("-workflowDir=" + workflow, "-nosave"), printed);
    assertEquals(6, Files.readAllLines(workflow.resolve("data/pushed.csv")).size());
  }

  @Test
  void modelsAndPicturesAreWrittenAndRead() throws Exception {
    useTestNode(1, "");
    Samples.addNode(workflow, 4, "model-writer", 2, 2, 1);
    Path picture = Samples.addNode(workflow, 5, "image-writer-port", 2, 3, 1);
    Samples.addNode(workflow, 6, "model-reader", 4, 0, 0);
    Path second = Samples.addNode(workflow, 7, "model-writer", 6, 1, 1);
    Samples.change(
        second,
        s -> {
          s.addString("name", "Second");
          path(s).addString("path", "again/second.model");
          chooser(s).addBoolean("create_missing_folders", true);
        });
    Samples.change(picture, s -> path(s).addString("path", temp.resolve("p.png").toString()));
    assertEquals(0, run("-workflowDir=" + workflow, "-nosave"), printed);
    Path model = workflow.resolve("data/again/second.model");
    TestModel read =
        (TestModel) PortUtil.readObjectFromFile(model.toFile(), new ExecutionMonitor());
    assertArrayEquals(TestNodeModel.MODEL, read.bytes());
    assertArrayEquals(TestNodeModel.PICTURE, Files.readAllBytes(temp.resolve("p.png")));
    assertEquals(4, run("-workflowDir=" + workflow, "-nosave"), printed);
    assertTrue(printed.contains("exists and must not be overwritten"), printed);
  }

  private static NodeSettings chooser(NodeSettings settings) throws InvalidSettingsException {
    return settings.getNodeSettings("model").getNodeSettings("filechooser");
  }

  private static NodeSettings path(NodeSettings settings) throws InvalidSettingsException {
    return chooser(settings).getNodeSettings("path");
  }

  @Test
  void anOptionChangesASetting() throws IOException {
    String option = "-option=3,settings/write_row_header,false,boolean";
    assertEquals(0, run("-workflowDir=" + workflow, "-nosave", option), printed);
    assertTrue(Files.readString(workflow.resolve("data/out.csv")).startsWith("\"bill_length_mm\""));
  }

  @DisabledOnOs(OS.WINDOWS)
  @Test
  void aSignalCancelsTheNodeThatRuns() throws Exception {
    useTestNode(5, "wait");
    Path log = temp.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                BatchMain.class.getName(),
                "-workflowDir=" + workflow)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Path started = workflow.resolve("data/started");
    for (int i = 0; i < 300 && !Files.exists(started) && process.isAlive(); i++) {
      Thread.sleep(100);
    }
    assertTrue(Files.exists(started), Files.readString(log));
    process.destroy();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertTrue(Files.readString(log).contains("Test (#2): canceled"), Files.readString(log));
    assertFalse(Files.exists(workflow.resolve("data/out.csv")));
  }
}

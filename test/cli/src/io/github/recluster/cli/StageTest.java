// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void table() throws IOException {
    in = folder.resolve("in.csv");
    out = folder.resolve("out.csv");
    MadeTable.write(in);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(out);
  }

  @Test
  @Tag("law")
  void scaleWritesTheSameColumnsWithoutTheLabel() throws IOException {
    String json = Command.run("scale", "--in", in, "--out", out, "--threads", 2).json();
    assertTrue(
        json.matches(
            "\\{\"stage\":\"scale\",\"rows\":600,\"columns\":3,\"threads\":2,"
                + "\"fit_seconds\":[\\d.E-]+,\"read_seconds\":[\\d.E-]+,"
                + "\"write_seconds\":[\\d.E-]+,\"peak_heap_mb\":\\d+}"),
        json);
    assertEquals("x,y,z", lines().get(0));
    double sum = 0;
    double squares = 0;
    for (String line : lines().subList(1, 601)) {
      double x = Double.parseDouble(line.split(",", -1)[0]);
      sum += x;
      squares += x * x;
    }
    assertEquals(0, sum / 600, 1e-12);
    assertEquals(1, squares / 600, 1e-12);
  }

  @Test
  @Tag("law")
  void knnNamesTheNearestOtherRowsFirst() throws IOException {
    Files.writeString(in, "x\n0\n1\n3\n7\n");
    Command.run("knn", "--in", in, "--out", out, "--neighbors", 2).json();
    assertEquals(List.of("n1,n2", "1,2", "0,2", "1,0", "2,1"), lines());
  }

  @Test
  @Tag("same")
  void umapOnKnownNeighborsIsUmap() throws IOException {
    Path knn = folder.resolve("knn.csv");
    Path own = folder.resolve("own.csv");
    Command.run("knn", "--in", in, "--out", knn, "--neighbors", 9).json();
    Command.run("umap", "--in", in, "--out", own, "--neighbors", 10, "--epochs", 20).json();
    Command.run("umap", "--in", in, "--out", out, "--knn", knn, "--epochs", 20).json();
    assertEquals(Files.readAllLines(own), lines());
  }

  @Test
  @Tag("edge")
  void knownNeighborsMustBeOtherRows() throws IOException {
    Path knn = folder.resolve("knn.csv");
    Files.writeString(in, "x\n0\n1\n3\n");
    Files.writeString(knn, "n1,n2\n1,2\n1,2\n0,1\n");
    Command.run("umap", "--in", in, "--out", out, "--knn", knn)
        .assertRefused(
            "recluster stage umap: neighbors of row 1 must be different other rows, 0 to 2, got"
                + " [1, 2]");
    Files.writeString(knn, "n1\n1\n");
    Command.run("umap", "--in", in, "--out", out, "--knn", knn)
        .assertRefused("recluster stage umap: " + knn + " must have a row for each of 3, got 1");
  }

  @Test
  @Tag("law")
  void umapGoesThereAndBack() throws IOException {
    Path model = folder.resolve("umap.model");
    Path back = folder.resolve("back.csv");
    Command.run("umap", "--in", in, "--out", out, "--model", model, "--epochs", 60).json();
    Command.run("umap-inverse", "--in", out, "--out", back, "--model", model).json();
    List<String> raw = Files.readAllLines(in);
    List<String> rows = Files.readAllLines(back);
    assertEquals("x_1,x_2,x_3", rows.get(0));
    double error = 0;
    for (int i = 1; i <= 600; i++) {
      double x = Double.parseDouble(raw.get(i).split(",", -1)[0]);
      error += Math.abs(x - Double.parseDouble(rows.get(i).split(",", -1)[0])) / 600;
    }
    assertTrue(error < 1, "x from -3 to 7 comes back " + error + " from itself");
    Command wrong = Command.run("umap-inverse", "--in", in, "--out", back, "--model", model);
    assertTrue(wrong.toString().contains("places must have 2 columns, got 3"), wrong.toString());
  }

  @Test
  @Tag("law")
  void stabilityWritesTheConsensusAndJudgesIt() throws IOException {
    Path clusters = folder.resolve("clusters.csv");
    Object[] words = {
      "stability",
      "--in",
      in,
      "--out",
      out,
      "--clusters",
      clusters,
      "--seeds",
      3,
      "--subsamples",
      2,
      "--sweep",
      2
    };
    String json = Command.run(words).json();
    assertTrue(
        json.matches(
            ".*\"agreement_median\":[\\d.-]+,\"agreement_worst\":[\\d.-]+,"
                + "\"clusters_per_run\":\\[\\d+,\\d+,\\d+].*"),
        json);
    assertTrue(json.matches(".*\"steadiest\":\\[\\d+,\\d+][,}].*"), json);
    assertEquals("label,sureness", lines().get(0));
    assertEquals(601, lines().size());
    List<String> judged = Files.readAllLines(clusters);
    assertEquals("label,size,share,jaccard_mean,jaccard_worst,verdict,exemplar", judged.get(0));
    assertTrue(judged.size() > 2);
    long first = lines().stream().filter(line -> line.startsWith("0,")).count();
    assertTrue(judged.get(1).startsWith("0," + first + ","), judged.get(1));
    Command.run("stability", "--in", in, "--out", out, "--seeds", 1)
        .assertRefused("recluster stage stability: --seeds must be 2 to 10,000, got 1");
  }

  @Test
  @Tag("law")
  void hdbscanCutsTheTreeIntoAsManyClustersAsWanted() throws IOException {
    Object[] words = {"hdbscan", "--in", in, "--out", out, "--min-cluster-size", 3, "--clusters"};
    for (int wanted = 2; wanted <= 4; wanted++) {
      String json =
          Command.run(Stream.concat(Stream.of(words), Stream.of(wanted)).toArray()).json();
      int found = Integer.parseInt(json.replaceAll(".*\"clusters\":(\\d+).*", "$1"));
      assertTrue(found > 1 && found <= wanted, json);
    }
    Command.run(Stream.concat(Stream.of(words), Stream.of(0)).toArray())
        .assertRefused("recluster stage hdbscan: --clusters must be 1 or more, got 0");
    Command.run("hdbscan", "--in", in, "--out", out, "--min-cluster-size", 1)
        .assertRefused("recluster stage hdbscan: --min-cluster-size must be at least 2, got 1");
    Command.run("hdbscan", "--in", in, "--out", out, "--epsilon", -1)
        .assertRefused("recluster stage hdbscan: --epsilon must be 0 or more, got -1.0");
    Command.run("hdbscan", "--in", in, "--out", out, "--metric", "mixed")
        .assertRefused(
            "recluster stage hdbscan: --metric must be one for numbers alone, got mixed");
    Command.run("hdbscan", "--in", in, "--out", out, "--metric", "manhattan").json();
  }

  @Test
  @Tag("same")
  void rowsOfTheTableArePredictedWhereTheyWere() throws IOException {
    Path model = folder.resolve("hdbscan.model");
    Path placed = folder.resolve("placed.csv");
    Command.run("hdbscan", "--in", in, "--out", out, "--model", model).json();
    Command.run("hdbscan-predict", "--in", in, "--out", placed, "--model", model).json();
    List<String> expected =
        lines().stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    assertEquals(expected, Files.readAllLines(placed));
    assertTrue(expected.contains("0,1.0"), "a cluster");
    Files.writeString(in, "x\n1\n");
    Command.run("hdbscan-predict", "--in", in, "--out", placed, "--model", model)
        .assertRefused(
            "recluster stage hdbscan-predict: " + in + " must have the model's 3 columns, got 1");
    Command.run("hdbscan-predict", "--in", in, "--out", placed, "--model", out)
        .assertRefused(
            "recluster stage hdbscan-predict: " + out + ": This is no HDBSCAN model file.");
  }

  @Test
  @Tag("same")
  void theSameBytesAtAnyNumberOfThreads() throws IOException {
    Path models = folder.resolve("models");
    List<List<Object>> calls =
        List.of(
            List.of("scale", "--in", in, "--method", "quantile"),
            List.of("knn", "--in", in),
            List.of("ovr", "--train", in, "--test", in, "--models", models, "--rounds", "9"));
    for (List<Object> call : calls) {
      byte[] expected = null;
      byte[] model = null;
      for (int threads = 1; threads <= 3; threads++) {
        Object[] words =
            Stream.concat(call.stream(), Stream.of("--out", out, "--threads", threads)).toArray();
        Command.run(words).json();
        byte[] got = Files.readAllBytes(out);
        assertArrayEquals(expected == null ? got : expected, got, call + " threads " + threads);
        expected = got;
        if (call.get(0).equals("ovr")) {
          byte[] written = Files.readAllBytes(models.resolve("1.json"));
          assertArrayEquals(model == null ? written : model, written);
          model = written;
        }
      }
    }
  }

  @Test
  @Tag("edge")
  void wrongOptionsAreRefusedInOneLine() {
    Command.run().assertRefused("recluster stage: a stage must be given: " + stages());
    Command.run("fold")
        .assertRefused("recluster stage fold: there is no such stage; there are " + stages());
    refuse("there is no option --size", "--size", "3");
    refuse("--seed needs a value", "--seed");
    refuse("an option starts with --, got 7", "7");
    refuse("--seed must be a whole number, got x", "--seed", "x");
    refuse("--neighbors must be 1 or more, got 0", "--neighbors", "0");
    refuse("--threads must be 0 (all) or more, got -1", "--threads=-1");
    refuse("--in is given twice", "--in", in);
    Command.run("knn", "--in", in).assertRefused("recluster stage knn: --out must be given");
    Command.run("scale", "--in", in, "--out", out, "--method", "max")
        .assertRefused(
            "recluster stage scale: --method must be standard, minmax, robust or quantile, got max");
    assertFalse(Files.exists(out));
  }

  private static String stages() {
    return Command.run("--help")
        .out()
        .lines()
        .filter(line -> line.matches("  \\S.*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  private void refuse(String message, Object... more) {
    Object[] words =
        Stream.concat(Stream.of("knn", "--in", in, "--out", out), Stream.of(more)).toArray();
    Command.run(words).assertRefused("recluster stage knn: " + message);
  }

  @Test
  @Tag("edge")
  void aPipelineWithoutClassifiersLeavesNoneOfAnEarlierRun() throws IOException {
    Path results = folder.resolve("results");
    Object[] words = {
      "pipeline", "--in", in, "--out", out, "--min-cluster-size", 30, "--dir", results, "--min-rows"
    };
    Command.run(Stream.concat(Stream.of(words), Stream.of(40)).toArray()).json();
    assertTrue(Files.exists(results.resolve("models/0.json")));
    Files.writeString(results.resolve("notes.txt"), "somebody's");
    Command.run(Stream.concat(Stream.of(words), Stream.of(9999)).toArray()).json();
    try (Stream<Path> files = Files.walk(results).filter(Files::isRegularFile)) {
      assertEquals(List.of(results.resolve("notes.txt")), files.toList());
    }
    Files.delete(out);
    Command.run("pipeline", "--in", in, "--out", out, "--dir", in)
        .assertRefused("recluster stage pipeline: --dir must be a folder, got " + in);
    assertFalse(Files.exists(out));
  }

  @Test
  @Tag("edge")
  void everyStageHasHelpWithEveryOption() {
    for (String stage : stages().split(", ", -1)) {
      Command help = Command.run(stage, "--help");
      assertEquals(0, help.code());
      assertTrue(help.out().startsWith("Usage: recluster stage " + stage + " "), help.out());
      assertTrue(help.out().contains("--threads"), help.out());
    }
  }

  @Test
  @Tag("edge")
  void badTablesAreRefusedByRowAndColumnAndLeaveTheOldResult() throws IOException {
    Files.writeString(out, "old");
    bad("x,y\n1,2\n3,\n", ": row 1 (from 0), column y must be a finite number, got nothing");
    bad("x,y\n1,2\nNaN,1\n", ": row 1 (from 0), column x must be a finite number, got NaN");
    bad("x,y\n-inf,2\n", ": row 0 (from 0), column x must be a finite number, got -inf");
    bad("x,y\n1,abc\n", ": row 0 (from 0), column y must be a finite number, got abc");
    bad("x,y\n1\n", ": row 0 (from 0) has 1 cells, the header has 2");
    bad("x,y\n1,2,3\n", ": row 0 (from 0) has more cells than the header's 2");
    bad("x,x\n1,2\n", " must have different columns, got x twice");
    bad("x,y\n", " must have rows and columns, got 0 × 2");
    bad("label\n1\n", " must have rows and columns, got 1 × 0");
    bad("", " must have a header line, and is empty");
    assertEquals(List.of("old"), lines());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count()); // nothing half-written
    }
  }

  private void bad(String table, String message) throws IOException {
    Files.writeString(in, table);
    Command.run("scale", "--in", in, "--out", out)
        .assertRefused("recluster stage scale: " + in + message);
  }

  @Test
  @Tag("edge")
  void pathsThatAreNotThereAreRefused() {
    Path none = folder.resolve("none");
    Command.run("scale", "--in", none, "--out", out)
        .assertRefused("recluster stage scale: --in must be a file, and " + none + " is none");
    Command.run("scale", "--in", in, "--out", none.resolve("out.csv"))
        .assertRefused("recluster stage scale: --out: there is no folder " + none);
    Command.run("scale", "--in", in, "--out", folder)
        .assertRefused(
            "recluster stage scale: --out must be a file, and " + folder + " is a folder");
  }

  @Test
  @Tag("edge")
  void badInputOfAStageIsRefused() throws IOException {
    Command.run("scale", "--in", in, "--out", out, "--log1p", "x")
        .assertRefused(
            "recluster stage scale: column \"x\" must be above -1 for log(1 + x), got "
                + firstBelowMinusOne());
    Command.run("scale", "--in", in, "--out", out, "--log1p", "nothing,nothing")
        .assertRefused(
            "recluster stage scale: table must have a column \"nothing\", got [x, y, z]");
    Files.writeString(in, "x\n1\n");
    Command.run("knn", "--in", in, "--out", out)
        .assertRefused("recluster stage knn: " + in + " must have 2 rows or more, got 1");
    Path models = folder.resolve("m");
    Files.writeString(in, "x,label\n1,a\n");
    Command.run("ovr", "--train", in, "--test", in, "--models", models, "--out", out)
        .assertRefused(
            "recluster stage ovr: label must be a whole number, -1 or more, got a in row 0");
    assertFalse(Files.exists(out));
    assertFalse(Files.exists(models));
  }

  private String firstBelowMinusOne() throws IOException {
    List<String> rows = Files.readAllLines(in);
    for (int i = 1; i < rows.size(); i++) {
      String x = rows.get(i).split(",", -1)[0];
      if (Double.parseDouble(x) <= -1) {
        return Double.parseDouble(x) + " in row " + (i - 1);
      }
    }
    throw new IllegalStateException("none");
  }
}

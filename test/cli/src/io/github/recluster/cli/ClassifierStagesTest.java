// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

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

/** The stages ovr and shap. */
class ClassifierStagesTest {
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
  void ovrWritesProbabilitiesAndModels() throws IOException {
    Path models = folder.resolve("models");
    String json =
        Command.run(
                "ovr", "--train", in, "--test", in, "--models", models, "--out", out, "--rounds", 5)
            .json();
    assertTrue(json.contains("\"models\":3"), json);
    assertEquals("c0,c1,c2", lines().get(0));
    List<String> raw = Files.readAllLines(in);
    int right = 0;
    int known = 0;
    for (int i = 1; i <= 600; i++) {
      int group = Integer.parseInt(raw.get(i).split(",", -1)[1]);
      if (group >= 0) {
        known++;
        right += Double.parseDouble(lines().get(i).split(",", -1)[group]) > 0.5 ? 1 : 0;
      }
    }
    assertEquals(known, right); // x alone tells the groups apart
    try (Stream<Path> files = Files.list(models)) {
      assertEquals(
          List.of("0.json", "1.json", "2.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  @Tag("law")
  void shapAddsUpToWhatTheModelsSay() throws IOException {
    Path models = trained();
    Path probabilities = folder.resolve("p.csv");
    Path summary = folder.resolve("s.csv");
    Command.run("ovr", "--train", in, "--test", in, "--models", models, "--out", probabilities)
        .json();
    for (String mode : List.of("path", "interventional")) {
      Object[] background = mode.equals("path") ? new Object[0] : new Object[] {"--background", in};
      Object[] words =
          Stream.concat(
                  Stream.of("shap", "--in", in, "--models", models, "--out", out, "--mode", mode),
                  Stream.concat(
                      Stream.of("--sample", 7, "--summary", summary), Stream.of(background)))
              .toArray();
      Command.run(words).json();
      assertEquals("cluster,row,base,x,y,z", lines().get(0));
      assertEquals(1 + 3 * 7, lines().size());
      for (int i = 0; i < 21; i++) {
        String[] cells = lines().get(i + 1).split(",", -1);
        assertEquals(List.of("" + i / 7, "" + i % 7), List.of(cells[0], cells[1]));
        double margin = 0;
        for (int c = 2; c < 6; c++) {
          margin += Double.parseDouble(cells[c]);
        }
        String row = Files.readAllLines(probabilities).get(1 + i % 7);
        double expected = Double.parseDouble(row.split(",", -1)[i / 7]);
        assertEquals(expected, 1 / (1 + Math.exp(-margin)), 1e-6); // margins are floats
      }
      List<String> means = Files.readAllLines(summary);
      assertEquals("cluster,feature,mean_abs", means.get(0));
      assertEquals(10, means.size());
      assertTrue(means.get(4).startsWith("1,x,"), means.get(4));
    }
  }

  @Test
  @Tag("law")
  void shapTellsWhichFeaturesActTogether() throws IOException {
    Path models = folder.resolve("models");
    Command.run("ovr", "--train", in, "--test", in, "--models", models, "--out", out).json();
    Path pairs = folder.resolve("pairs.csv");
    Object[] words = {"shap", "--in", in, "--models", models, "--out", out, "--pairs", pairs};
    Command.run(words).json();
    List<String> means = Files.readAllLines(pairs);
    assertEquals("cluster,feature,other,mean_abs", means.get(0));
    assertEquals(1 + 3 * 6, means.size());
    assertTrue(means.get(8).startsWith("1,x,y,"), means.get(8));
    refuseShap(
        "--pairs needs --mode path",
        in,
        models,
        "--mode",
        "interventional",
        "--background",
        in,
        "--pairs",
        pairs);
  }

  private Path trained() {
    Path models = folder.resolve("models");
    Command.run("ovr", "--train", in, "--test", in, "--models", models, "--out", out).json();
    return models;
  }

  @Test
  @Tag("edge")
  void shapRefusesWhatDoesNotFit() throws IOException {
    Path models = trained();
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "x,y\n1,2\n");
    Files.delete(out);
    refuseShap(other + " must have 3 columns as model 0, got 2", other, models);
    Files.writeString(other, "x,u,z\n1,2,3\n");
    refuseShap(other + ": column 1 (from 0) must be y as model 0, got u", other, models);
    refuseShap("--models must be a folder, and " + other + " is none", in, other);
    refuseShap(folder + " must hold models such as 0.json, and holds none", in, folder);
    String both = "--background must be given with --mode interventional, and only with it";
    refuseShap(both, in, models, "--mode", "interventional");
    refuseShap(both, in, models, "--background", in);
    refuseShap(
        "--units probability needs --mode interventional", in, models, "--units", "probability");
    Files.writeString(models.resolve("1.json"), "{\"learner\": 3}");
    refuseShap(
        models.resolve("1.json") + ": This XGBoost model file is damaged or cut short.",
        in,
        models);
    assertFalse(Files.exists(out));
  }

  @Test
  @Tag("edge")
  void modelsGoIntoAFolder() {
    Command.run("ovr", "--train", in, "--test", in, "--models", in, "--out", out)
        .assertRefused("recluster stage ovr: --models must be a folder, got " + in);
  }

  private void refuseShap(String message, Path table, Path models, Object... more) {
    Stream<Object> words = Stream.of("shap", "--in", table, "--models", models, "--out", out);
    Command.run(Stream.concat(words, Stream.of(more)).toArray())
        .assertRefused("recluster stage shap: " + message);
  }
}

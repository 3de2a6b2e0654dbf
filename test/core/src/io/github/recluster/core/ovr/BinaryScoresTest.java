// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.ovr.ClassificationReport.Row;
import io.github.recluster.core.ovr.ClassificationReport.Side;
import io.github.recluster.core.ovr.ClassificationReport.Split;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn; the golden file is made by test/reference/make_golden_ovr.py. */
class BinaryScoresTest {
  /** A few roundings of shares. */
  private static final double ROUNDING = 1e-12;

  static List<String> golden() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                BinaryScoresTest.class.getResourceAsStream("/golden/ovr_scores.csv"),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  private static Row row(String[] cells) {
    String[] truth = cells[1].split(" ");
    String[] margins = cells[2].split(" ");
    boolean[] positive = new boolean[truth.length];
    float[] m = new float[truth.length];
    for (int i = 0; i < m.length; i++) {
      positive[i] = truth[i].equals("1");
      m[i] = Float.parseFloat(margins[i]);
    }
    return new BinaryScores(positive, m).row("c", Split.HELD_OUT);
  }

  @ParameterizedTest
  @Tag("golden")
  @MethodSource("golden")
  void scoresOfScikitLearn(String line) {
    String[] cells = line.split(",", -1);
    double[] wanted =
        Arrays.stream(cells, 3, cells.length)
            .mapToDouble(c -> c.isEmpty() ? Double.NaN : Double.parseDouble(c))
            .toArray();
    Row row = row(cells);
    Side in = row.inside();
    Side out = row.rest();
    double[] found = {
      in.precision(), in.recall(), in.f1(), in.support(),
      out.precision(), out.recall(), out.f1(), out.support(),
      row.accuracy(), row.rocAuc(), row.averagePrecision()
    };
    for (int i = 0; i < found.length; i++) {
      assertEquals(wanted[i], found[i], ROUNDING, cells[0] + ", number " + i);
    }
  }

  @Test
  @Tag("edge")
  void fewPositivesAreWarnedOf() throws IOException {
    for (String line : golden()) {
      String[] cells = line.split(",", -1);
      String warning = row(cells).warning();
      switch (cells[0]) {
        case "one positive" -> assertTrue(warning.startsWith("Only 1 row of"), warning);
        case "no positive", "no positive none said" ->
            assertTrue(warning.startsWith("No row of"), warning);
        case "only positive" -> assertTrue(warning.startsWith("Only rows of"), warning);
        default -> assertEquals("", warning, cells[0]);
      }
    }
  }

  @Test
  @Tag("law")
  void macroIsThePlainMeanOfWhatIsDefined() throws IOException {
    List<Row> rows = golden().stream().map(line -> row(line.split(",", -1))).toList();
    Row macro = BinaryScores.macro(rows, Split.HELD_OUT);
    List<ToDoubleFunction<Row>> numbers =
        List.of(
            r -> r.inside().precision(),
            r -> r.inside().recall(),
            r -> r.inside().f1(),
            r -> r.rest().support(),
            Row::accuracy,
            Row::rocAuc,
            Row::averagePrecision);
    for (ToDoubleFunction<Row> number : numbers) {
      double[] defined = rows.stream().mapToDouble(number).filter(a -> !Double.isNaN(a)).toArray();
      double mean = Arrays.stream(defined).average().orElseThrow();
      assertEquals(mean, number.applyAsDouble(macro), ROUNDING);
    }
    assertFalse(macro.warning().isEmpty());
    List<Row> usual = rows.subList(0, 3);
    assertEquals("", BinaryScores.macro(usual, Split.HELD_OUT).warning());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.CategoryEncoding.Kind;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalerTest {
  private static final double NAN = Double.NaN;
  private static final double RANKS = 1e-15; // a rank between two is found by a quotient

  private static ScalerOptions method(ScalingMethod method) {
    return ScalerOptions.DEFAULTS.withMethod(method);
  }

  private static double[] scale(ScalerOptions options, double... values) {
    FeatureTable table = FeatureTable.builder(values.length).numeric("x", values).build();
    return Scaler.fit(table, options, Parallel.SERIAL).transform(table, Parallel.SERIAL).values();
  }

  /** Skewed numbers with many zeros, gaps, a text and a flag. */
  private static FeatureTable mixed(int rows) {
    double[] skewed = new double[rows];
    double[] gaps = new double[rows];
    String[] texts = new String[rows];
    int[] flags = new int[rows];
    for (int i = 0; i < rows; i++) {
      double u = Seeds.uniform(1, i);
      skewed[i] = u < 0.3 ? 0 : StrictMath.exp(9 * u);
      gaps[i] = Seeds.below(2, i, 5) == 0 ? NAN : Seeds.uniform(3, i) - 0.5;
      texts[i] = Seeds.below(4, i, 9) == 0 ? null : "t" + Seeds.below(5, i, 3);
      flags[i] = Seeds.below(6, i, 2);
    }
    return FeatureTable.builder(rows)
        .numeric("skewed", skewed)
        .nominal("text", texts)
        .numeric("gaps", gaps)
        .nominal("flag", flags, FeatureTable.BOOLEAN)
        .build();
  }

  @Test
  @Tag("law")
  void namesTellWhatWasDone() {
    FeatureTable table = mixed(50);
    assertArrayEquals(
        new String[] {"skewed (scaled)", "text (encoded)", "gaps (scaled)", "flag (encoded)"},
        Scaler.fit(table, ScalerOptions.DEFAULTS, Parallel.SERIAL).outputNames());
    ScalerOptions oneHot = ScalerOptions.DEFAULTS.withEncoding(Kind.ONE_HOT);
    ScalerModel model = Scaler.fit(table, oneHot, Parallel.SERIAL);
    assertEquals(
        List.of(
            "skewed (scaled)",
            "text=t0",
            "text=t1",
            "text=t2",
            "gaps (scaled)",
            "flag=false",
            "flag=true"),
        Arrays.asList(model.outputNames()));
    assertEquals("t1", model.columns().get(2).category());
    ScalerOptions all = ScalerOptions.DEFAULTS.withScaleEncoded(true);
    assertEquals("flag (scaled)", Scaler.fit(table, all, Parallel.SERIAL).columns().get(3).name());
  }

  @Test
  @Tag("law")
  void codesStayOrAreScaledLikeNumbers() {
    FeatureTable flags =
        FeatureTable.builder(4).nominal("f", new int[] {1, 0, 0, 0}, FeatureTable.BOOLEAN).build();
    assertArrayEquals(
        new double[] {1, 0, 0, 0},
        Scaler.fit(flags, ScalerOptions.DEFAULTS, Parallel.SERIAL)
            .transform(flags, Parallel.SERIAL)
            .values());
    double[] asNumbers = scale(ScalerOptions.DEFAULTS, 1, 0, 0, 0);
    assertArrayEquals(
        asNumbers,
        Scaler.fit(flags, ScalerOptions.DEFAULTS.withScaleEncoded(true), Parallel.SERIAL)
            .transform(flags, Parallel.SERIAL)
            .values());
  }

  @Test
  @Tag("law")
  void theEndsOfRanksDependOnTheNumberOfRows() {
    double[] ten = scale(method(ScalingMethod.QUANTILE), 9, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertEquals(InverseNormal.of(0.05), ten[1], 0);
    assertEquals(InverseNormal.of(0.95), ten[0], 0);
    double[] tied = scale(method(ScalingMethod.QUANTILE), 0, 0, 0, 1, 2);
    assertEquals(InverseNormal.of(0.25), tied[0], 0); // middle of the ranks 0, 1, 2 of 4
  }

  @Test
  @Tag("law")
  void ranksBeyondTheTableEndWithItAndTheirQuartilesAreTold() {
    FeatureTable table =
        FeatureTable.builder(5).numeric("x", new double[] {0, 1, 2, 5, 10}).build();
    ScalerModel model = Scaler.fit(table, method(ScalingMethod.QUANTILE), Parallel.SERIAL);
    double[] beyond = {-1e9, -0.5, 10.5, 1e9, 3.5};
    double[] scaled =
        model
            .transform(FeatureTable.builder(5).numeric("x", beyond).build(), Parallel.SERIAL)
            .values();
    double end = InverseNormal.of(0.9);
    double between = InverseNormal.of(0.625); // half of the way from rank 2 to rank 3 of 4
    assertArrayEquals(new double[] {-end, -end, end, end, between}, scaled, RANKS);
    assertEquals(2, model.columns().get(0).center(), 0);
    assertEquals(4, model.columns().get(0).scale(), 0);
  }

  @Test
  @Tag("law")
  void robustStillScalesWhereHalfOfTheNumbersAreEqual() {
    double[] scaled = scale(method(ScalingMethod.ROBUST), 0, 0, 0, 0, 0, 0, 0, 1000);
    assertArrayEquals(new double[] {0, 1000 / Math.sqrt(125000 - 125 * 125)}, tail(scaled), 1e-12);
  }

  @Test
  @Tag("law")
  void columnsTellWhatWasSeen() {
    FeatureTable table =
        FeatureTable.builder(5)
            .numeric("x", new double[] {4, NAN, 4, 4, NAN})
            .nominal("t", new String[] {"b", "a", null, "a", "a"})
            .build();
    ScalerOptions options =
        method(ScalingMethod.MIN_MAX).withEncoding(Kind.ONE_HOT).withScaleEncoded(true);
    ScalerModel model = Scaler.fit(table, options, Parallel.SERIAL);
    ScaledColumn x =
        new ScaledColumn("x", "x (scaled)", null, false, false, true, 3, 2, 4, 4, 4, 1);
    ScaledColumn a =
        new ScaledColumn("t", "t=a (scaled)", "a", true, false, true, 4, 1, 0, 1, 0, 1);
    assertEquals(x, model.columns().get(0));
    assertEquals(a, model.columns().get(1));
    double[] row = {0, 0, 1, NAN, 1, 0, 0, NAN, NAN, 0, 1, 0, NAN, 1, 0};
    assertArrayEquals(row, model.transform(table, Parallel.SERIAL).values());
  }

  private static double[] tail(double[] values) {
    return Arrays.copyOfRange(values, values.length - 2, values.length);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("same")
  void shuffledRowsGiveTheSameModelAtAnyNumberOfThreads(ScalingMethod method) throws IOException {
    FeatureTable table = mixed(1000);
    ScalerOptions options = method(method).withLogColumns(Set.of("skewed"));
    int[] shuffle = IntStream.range(0, 1000).map(i -> (i * 7 + 3) % 1000).toArray();
    byte[] expected = bytes(Scaler.fit(table, options, Parallel.SERIAL));
    for (int threads = 1; threads <= 3; threads++) {
      Parallel parallel = new Parallel(threads, Progress.NONE);
      ScalerModel model = Scaler.fit(table.selectRows(shuffle), options, parallel);
      assertArrayEquals(expected, bytes(model));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("same")
  void savedAndLoadedItScalesTheSameRowByRow(ScalingMethod method) throws IOException {
    FeatureTable table = mixed(200);
    ScalerOptions options = method(method).withEncoding(Kind.ONE_HOT).withScaleEncoded(true);
    ScalerModel model = Scaler.fit(table, options, Parallel.SERIAL);
    ScalerModel read = ScalerModel.read(new ByteArrayInputStream(bytes(model)));
    assertArrayEquals(bytes(model), bytes(read));
    assertEquals(model.columns(), read.columns());
    Matrix all = model.transform(table, new Parallel(2, Progress.NONE));
    for (int i = 0; i < 20; i++) {
      Matrix one = read.transform(table.selectRows(i), Parallel.SERIAL);
      assertArrayEquals(all.row(i), one.values());
    }
  }

  private static byte[] bytes(ScalerModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("edge")
  void constantColumnsBecomeZeroAndMissingStaysMissing(ScalingMethod method) {
    assertArrayEquals(new double[] {0, NAN, 0}, scale(method(method), 0.1, NAN, 0.1));
    assertArrayEquals(new double[] {0}, scale(method(method), -7));
    double noise = 0.1 + 0.2; // one rounding error above 0.3
    if (method != ScalingMethod.QUANTILE) {
      assertArrayEquals(new double[] {0, 0}, scale(method(method), noise, 0.3), 1e-15);
    }
  }

  @Test
  @Tag("edge")
  void infinitiesAreMissing() {
    assertArrayEquals(
        new double[] {-1, NAN, 1, NAN},
        scale(ScalerOptions.DEFAULTS, 1, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY));
  }

  @Test
  @Tag("edge")
  void unknownCategoriesAndColumnsInAnotherOrder() {
    ScalerModel model =
        Scaler.fit(mixed(50), ScalerOptions.DEFAULTS.withEncoding(Kind.ONE_HOT), Parallel.SERIAL);
    FeatureTable fresh =
        FeatureTable.builder(1)
            .nominal("flag", new String[] {"true"})
            .numeric("gaps", new double[] {NAN})
            .nominal("text", new String[] {"new"})
            .numeric("skewed", new double[] {1})
            .build();
    double[] row = model.transform(fresh, Parallel.SERIAL).values();
    assertArrayEquals(new double[] {0, 0, 0, NAN, 0, 1}, Arrays.copyOfRange(row, 1, 7));
  }

  @Test
  @Tag("edge")
  void mistakesAreNamed() {
    ScalerOptions log = ScalerOptions.DEFAULTS.withLogColumns(Set.of("x"));
    InvalidValueException e =
        assertThrows(InvalidValueException.class, () -> scale(log, 0, NAN, -1));
    assertEquals("column \"x\" must be above -1 for log(1 + x), got -1.0 in row 2", e.getMessage());
    assertEquals(2, e.row());
    FeatureTable low = FeatureTable.builder(2).numeric("x", new double[] {0, -1}).build();
    assertRefused("above -1", () -> Scaler.fit(low, log, Parallel.SERIAL));
    assertRefused(
        "between -1e100 and 1e100, got 1.0E101 in row 1",
        () -> scale(method(ScalingMethod.ROBUST), 0, 1e101));
    assertRefused("got none in 2 rows", () -> scale(ScalerOptions.DEFAULTS, NAN, NAN));
    assertRefused("table must have rows and columns, got 0 × 1", () -> scale(log));
    FeatureTable text = FeatureTable.builder(1).nominal("x", new String[] {"a"}).build();
    assertRefused("column \"x\" must be numeric", () -> Scaler.fit(text, log, Parallel.SERIAL));
    ScalerModel model =
        Scaler.fit(
            FeatureTable.builder(1).numeric("x", new double[] {1}).build(),
            ScalerOptions.DEFAULTS,
            Parallel.SERIAL);
    assertRefused("must be numeric, got nominal", () -> model.transform(text, Parallel.SERIAL));
    assertRefused(
        "table must have a column \"x\", got none",
        () -> model.transform(FeatureTable.builder(1).build(), Parallel.SERIAL));
    FeatureTable far = FeatureTable.builder(1).numeric("x", new double[] {-1e101}).build();
    assertRefused("got -1.0E101 in row 0", () -> model.transform(far, Parallel.SERIAL));
  }

  private static void assertRefused(String part, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(part), message);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against scikit-learn; the golden file is made by test/reference/make_golden_scaling.py. */
@Tag("golden")
class ScalerGoldenTest {
  /** A few roundings of numbers of size 1 to 20. */
  private static final double ROUNDING = 1e-13;

  /** The reference's mean of numbers near 1e9 is itself off by 1e-6 of their deviation. */
  private static final double FAR = 2e-6;

  private static final FeatureTable GOLDEN = read();

  private static FeatureTable read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ScalerGoldenTest.class.getResourceAsStream("/golden/scaling.csv"),
                StandardCharsets.UTF_8))) {
      List<String> names = Arrays.asList(in.readLine().split(",", -1));
      List<String[]> rows = in.lines().map(line -> line.split(",", -1)).toList();
      FeatureTable.Builder table = FeatureTable.builder(rows.size());
      for (int c = 0; c < names.size(); c++) {
        int column = c;
        table.numeric(
            names.get(c),
            rows.stream()
                .mapToDouble(r -> r[column].isEmpty() ? Double.NaN : Double.parseDouble(r[column]))
                .toArray());
      }
      return table.build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[] golden(String name) {
    return GOLDEN.numbers(GOLDEN.indexOf(name));
  }

  @ParameterizedTest
  @CsvSource({
    "standard, normal",
    "standard, money",
    "standard, visits",
    "standard, far",
    "standard, gaps",
    "standard, log_money",
    "standard, log_visits",
    "minmax, normal",
    "minmax, money",
    "minmax, visits",
    "minmax, far",
    "minmax, gaps",
    "minmax, log_money",
    "robust, normal",
    "robust, money",
    "robust, visits",
    "robust, far",
    "robust, gaps",
    "robust, log_money",
    "robust, log_visits",
    "quantile, normal",
    "quantile, money",
    "quantile, visits",
    "quantile, gaps",
    "quantile, log_money",
    "quantile, log_visits"
  })
  void likeScikitLearn(String method, String name) {
    String raw = name.replace("log_", "");
    double[] values = golden("raw_" + raw);
    FeatureTable table = FeatureTable.builder(values.length).numeric("x", values).build();
    ScalerOptions options =
        ScalerOptions.DEFAULTS
            .withMethod(ScalingMethod.of(method))
            .withLogColumns(name.equals(raw) ? Set.of() : Set.of("x"));
    double[] scaled =
        Scaler.fit(table, options, Parallel.SERIAL).transform(table, Parallel.SERIAL).values();
    double min = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElseThrow();
    double max = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElseThrow();
    double[] expected = golden(method + "_" + name);
    double tolerance = raw.equals("far") ? FAR : method.equals("quantile") ? 1e-12 : ROUNDING;
    for (int i = 0; i < values.length; i++) {
      boolean end = method.equals("quantile") && (values[i] < min + 1e-6 || values[i] > max - 1e-6);
      if (Double.isNaN(values[i])) {
        assertEquals(Double.NaN, scaled[i]);
      } else if (!end) { // there ours differs on purpose
        double delta = tolerance * Math.max(1, Math.abs(expected[i]));
        assertEquals(expected[i], scaled[i], delta, "row " + i);
      }
    }
  }

  /** The reference takes a deviation of 1e-18 for a constant column in two of its scalers. */
  @Test
  void smallUnitsAreNoConstants() {
    double[] tiny = golden("raw_tiny");
    FeatureTable table = FeatureTable.builder(tiny.length).numeric("x", tiny).build();
    for (ScalingMethod method : ScalingMethod.values()) {
      ScaledColumn column =
          Scaler.fit(table, ScalerOptions.DEFAULTS.withMethod(method), Parallel.SERIAL)
              .columns()
              .get(0);
      assertEquals(true, column.scale() < 1e-17, method + " " + column.scale());
    }
  }

  @Test
  void inverseNormalLikeScipy() {
    double[] p = golden("normal_p");
    double[] x = golden("normal_x");
    for (int i = 0; i < p.length; i++) {
      assertEquals(x[i], InverseNormal.of(p[i]), 1e-14 * Math.max(1, Math.abs(x[i])), "p " + p[i]);
    }
  }
}

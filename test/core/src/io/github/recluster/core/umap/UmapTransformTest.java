// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UmapTransformTest {
  /** Distances and places are floats; places are numbers up to 10 or so. */
  private static final double FLOAT = 1e-3;

  private static final int K = 6;
  private static final Matrix X = Tables.clouds(200, 3, 2, 6);
  private static final Matrix FRESH = Tables.clouds(210, 3, 2, 6);

  /** As umap-learn: exp(−d / sigma) of all but the first add up to log2 k. */
  private static double[] weights(double[] distances) {
    double low = 0;
    double high = 1e6;
    for (int step = 0; step < 200; step++) {
      double sigma = (low + high) / 2;
      double sum = 0;
      for (int j = 1; j < K; j++) {
        sum += Math.exp(-distances[j] / sigma);
      }
      if (sum > Math.log(K) / Math.log(2)) {
        high = sigma;
      } else {
        low = sigma;
      }
    }
    double sigma = low;
    return Arrays.stream(distances).map(d -> Math.exp(-d / sigma)).toArray();
  }

  @Test
  @Tag("twin")
  void aRowStartsAtTheWeighedMeanOfItsNeighbors() {
    UmapOptions still = UmapOptions.DEFAULTS.withNeighbors(K).withEpochs(3); // a third: none
    UmapModel model = Umap.fit(X, still, Parallel.SERIAL);
    Matrix places = model.embedding();
    for (int i = 200; i < 210; i++) {
      double[] row = FRESH.row(i);
      Integer[] near = IntStream.range(0, 200).boxed().toArray(Integer[]::new);
      Arrays.sort(near, Comparator.comparingDouble(j -> distance(row, X.row(j))));
      double[] distances = new double[K];
      Arrays.setAll(distances, j -> distance(row, X.row(near[j])));
      double[] weights = weights(distances);
      double all = Arrays.stream(weights).sum();
      Matrix found = model.transform(Matrix.of(1, 3, row), Parallel.SERIAL);
      for (int c = 0; c < 2; c++) {
        double mean = 0;
        for (int j = 0; j < K; j++) {
          mean += weights[j] / all * places.get(near[j], c);
        }
        assertEquals(mean, found.get(0, c), FLOAT);
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    return Metric.EUCLIDEAN.distance(a, 0, b, 0, a.length);
  }

  @Test
  @Tag("law")
  void neighborsPullARowAndOthersPushIt() {
    UmapOptions usual = UmapOptions.DEFAULTS.withNeighbors(K).withEpochs(120);
    TrainingRows rows = TrainingRows.of(X, null, usual);
    Matrix places = Umap.fit(X, usual, Parallel.SERIAL).embedding().select(rows.order());
    float[] still = new float[400];
    for (int i = 0; i < still.length; i++) {
      still[i] = (float) places.values()[i];
    }
    Matrix fresh = FRESH.select(IntStream.range(200, 210).toArray());
    Matrix[] found = new Matrix[3];
    for (int t = 0; t < 3; t++) {
      UmapOptions options = t == 0 ? usual.withEpochs(3) : usual.withNegativeSampleRate(5 * t - 5);
      found[t] = new UmapTransform(rows, still, options).of(fresh, Parallel.SERIAL);
    }
    double pulled = apart(found[0], found[1]);
    double pushed = apart(found[1], found[2]);
    assertTrue(pulled > 1e-3 && pulled < 1, "pulled by " + pulled);
    assertTrue(pushed > 1e-3 && pushed < 3, "pushed by " + pushed);
  }

  private static double apart(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.values().length; i++) {
      sum += Math.abs(a.values()[i] - b.values()[i]);
    }
    return sum / a.values().length;
  }
}

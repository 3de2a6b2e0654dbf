// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.bench;

import java.util.Arrays;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.TreePredictor;
import io.github.recluster.xgboost.XgboostJson;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Margins of 100,000 rows under one model of 100 trees of depth 6: the predictor in plain Java
 * beside XGBoost's own, in one process. XGBoost remembers what it said of a matrix, so that it gets
 * a fresh one for each prediction: {@code nativeAlone} does not count the making of it, {@code
 * nativeWithMatrix} does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PredictBenchmark {
  private static final int ROWS = 100_000;
  private static final int LEARNED = 20_000;
  private static final int FEATURES = 20;

  /** Number of threads. */
  @Param({"1", "2"})
  public int threads;

  private Matrix rows;
  private float[] floats;
  private Parallel parallel;
  private TreePredictor predictor;
  private Booster booster;

  /** Learns a model, and hands the same trees to both. */
  @Setup
  public void learn() throws Exception {
    double[] values = new double[ROWS * FEATURES];
    floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Seeds.uniform(1, i) + Seeds.uniform(2, i) + Seeds.uniform(3, i);
      floats[i] = (float) values[i];
    }
    rows = Matrix.of(ROWS, FEATURES, values);
    float[] labels = new float[LEARNED];
    for (int i = 0; i < LEARNED; i++) {
      int at = i * FEATURES;
      double score = floats[at] * floats[at + 1] + floats[at + 2] - floats[at + 3];
      labels[i] = score + Seeds.uniform(4, i) > 2.7 ? 1 : 0;
    }
    DMatrix learned =
        new DMatrix(Arrays.copyOf(floats, LEARNED * FEATURES), LEARNED, FEATURES);
    learned.setLabel(labels);
    Map<String, Object> parameters =
        Map.of("objective", "binary:logistic", "max_depth", 6, "nthread", threads);
    booster = XGBoost.train(learned, parameters, 100, Map.of(), null, null);
    learned.dispose();
    byte[] saved = booster.toByteArray("ubj");
    predictor =
        TreePredictor.of(List.of(XgboostJson.read(new ByteArrayInputStream(saved)).ensemble()));
    parallel = new Parallel(threads, Progress.NONE);
    checkEqual();
  }

  private void checkEqual() throws Exception {
    float[] ours = inJava()[0];
    float[][] native32 = nativeWithMatrix();
    for (int i = 0; i < ours.length; i++) {
      if (Math.abs(ours[i] - native32[i][0]) > 1e-5) {
        throw new IllegalStateException("row " + i + ": " + ours[i] + ", " + native32[i][0]);
      }
    }
  }

  /** Lets the native model go. */
  @TearDown
  public void dispose() {
    booster.dispose();
  }

  /** A matrix that XGBoost has not seen yet. */
  @State(Scope.Thread)
  public static class Fresh {
    private DMatrix matrix;

    /** Makes it. */
    @Setup(Level.Invocation)
    public void make(PredictBenchmark benchmark) throws Exception {
      matrix = new DMatrix(benchmark.floats, ROWS, FEATURES, Float.NaN);
    }

    /** Lets it go. */
    @TearDown(Level.Invocation)
    public void dispose() {
      matrix.dispose();
    }
  }

  /** Ours. */
  @Benchmark
  public float[][] inJava() {
    return predictor.margins(rows, parallel);
  }

  /** XGBoost's, on a matrix that is there. */
  @Benchmark
  public float[][] nativeAlone(Fresh fresh) throws Exception {
    return booster.predict(fresh.matrix, true);
  }

  /** XGBoost's, from numbers in Java. */
  @Benchmark
  public float[][] nativeWithMatrix() throws Exception {
    DMatrix matrix = new DMatrix(floats, ROWS, FEATURES, Float.NaN);
    try {
      return booster.predict(matrix, true);
    } finally {
      matrix.dispose();
    }
  }
}

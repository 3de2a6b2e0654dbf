// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.Importance;
import io.github.recluster.core.trees.TreeEnsemble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XgboostBoosterTest {
  /** Ours adds the same float32 numbers in the same order; the base is a logit of another libm. */
  private static final float MARGIN_TOLERANCE = 1e-6f;

  private static final BoostingOptions OPTIONS =
      BoostingOptions.DEFAULTS.withRounds(30).withMaxDepth(5);

  private static byte[] bytes(XgboostModel model, XgboostJson.Format format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XgboostJson.write(model, format, out);
    return out.toByteArray();
  }

  private static String text(List<TreeEnsemble> ensembles) throws Exception {
    StringBuilder text = new StringBuilder();
    for (TreeEnsemble e : ensembles) {
      text.append(
          new String(
              bytes(new XgboostModel(e, List.of()), XgboostJson.Format.JSON),
              StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static float[] nativeMargins(byte[] model, Matrix x) throws Exception {
    float[] values = new float[x.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) x.values()[i];
    }
    DMatrix rows = new DMatrix(values, x.rows(), x.columns(), Float.NaN);
    Booster booster = XGBoost.loadModel(new ByteArrayInputStream(model));
    float[][] margins = booster.predict(rows, true);
    booster.dispose();
    rows.dispose();
    float[] flat = new float[margins.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = margins[i][0];
    }
    return flat;
  }

  @ParameterizedTest
  @Tag("golden")
  @EnumSource(XgboostJson.Format.class)
  void nativeLibraryReadsOurFilesAndFindsOurMargins(XgboostJson.Format format) throws Exception {
    Matrix x = MadeData.rows(1500, 6, 3);
    List<TreeEnsemble> ensembles =
        new XgboostBooster()
            .train(TrainingData.of(x), MadeData.targets(x, 2, 3.5), OPTIONS, Parallel.SERIAL);
    Matrix other = MadeData.rows(1000, 6, 77);
    for (TreeEnsemble e : ensembles) {
      byte[] file = bytes(new XgboostModel(e, List.of("a", "b", "c", "d", "e", "f")), format);
      assertArrayEquals(
          nativeMargins(file, other), e.margins(other, Parallel.SERIAL), MARGIN_TOLERANCE);
      XgboostModel back = XgboostJson.read(new ByteArrayInputStream(file));
      assertEquals("f", back.featureNames().get(5));
      assertArrayEquals(
          e.margins(other, Parallel.SERIAL),
          back.ensemble().margins(other, Parallel.SERIAL),
          MARGIN_TOLERANCE);
    }
  }

  @Test
  @Tag("golden")
  void importanceIsThatOfTheLibrary() throws Exception {
    Matrix x = MadeData.rows(800, 4, 5);
    TreeEnsemble e =
        new XgboostBooster()
            .train(TrainingData.of(x), MadeData.targets(x, 1, 1), OPTIONS, Parallel.SERIAL)
            .get(0);
    String[] names = {"a", "b", "c", "d"};
    Booster booster =
        XGBoost.loadModel(
            new ByteArrayInputStream(
                bytes(new XgboostModel(e, List.of(names)), XgboostJson.Format.JSON)));
    for (Importance kind : Importance.values()) {
      Map<String, Double> wanted = booster.getScore(names, kind.name().toLowerCase(Locale.ROOT));
      double[] found = e.importance(kind);
      for (int f = 0; f < names.length; f++) {
        double w = wanted.getOrDefault(names[f], 0.0);
        assertEquals(w, found[f], 1e-5 * Math.max(1, w), kind + " of " + names[f]); // float sums
      }
    }
    booster.dispose();
  }

  @Test
  @Tag("same")
  void sameModelsAtAnyNumberOfThreadsAndInAnyOrderOfTargets() throws Exception {
    Matrix x = MadeData.rows(2500, 6, 11);
    double[] weights = new double[x.rows()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + i % 3;
    }
    TrainingData data = TrainingData.weighted(x, weights);
    BoostingOptions options = OPTIONS.withSubsample(0.7).withColumnSample(0.5);
    List<BinaryTarget> targets = MadeData.targets(x, 3, 4);
    XgboostBooster booster = new XgboostBooster();
    String one = text(booster.train(data, targets, options, Parallel.SERIAL));
    for (int threads : new int[] {2, 3, 8}) {
      Parallel parallel = new Parallel(threads, Progress.NONE);
      assertEquals(one, text(booster.train(data, targets, options, parallel)));
    }
    List<BinaryTarget> reversed = new ArrayList<>(targets);
    Collections.reverse(reversed);
    List<TreeEnsemble> back =
        new ArrayList<>(booster.train(data, reversed, options, Parallel.SERIAL));
    Collections.reverse(back);
    assertEquals(one, text(back));
  }

  /** A matrix so large that the threads work inside the one model. */
  @Test
  @Tag("same")
  void sameModelAtAnyNumberOfThreadsInside() throws Exception {
    Matrix x = MadeData.rows(XgboostBooster.FEW_FLOATS / 8 + 1, 8, 12);
    TrainingData data = TrainingData.of(x);
    BoostingOptions options = OPTIONS.withRounds(3).withSubsample(0.7);
    List<BinaryTarget> targets = MadeData.targets(x, 1, 4);
    XgboostBooster booster = new XgboostBooster();
    String one = text(booster.train(data, targets, options, Parallel.SERIAL));
    Parallel three = new Parallel(3, Progress.NONE);
    assertEquals(one, text(booster.train(data, targets, options, three)));
  }

  @Test
  @Tag("law")
  void positiveWeightRaisesTheMargins() {
    Matrix x = MadeData.rows(1000, 4, 5);
    double[] mean = new double[2];
    for (int i = 0; i < 2; i++) {
      float[] margins =
          new XgboostBooster()
              .train(
                  TrainingData.of(x),
                  MadeData.targets(x, 1, i == 0 ? 1 : 10),
                  OPTIONS,
                  Parallel.SERIAL)
              .get(0)
              .margins(x, Parallel.SERIAL);
      for (float m : margins) {
        mean[i] += m / margins.length;
      }
    }
    assertTrue(mean[1] > mean[0] + 0.5, mean[0] + " " + mean[1]);
  }

  @Test
  @Tag("law")
  void everyOptionReachesTheLibrary() throws Exception {
    Matrix x = MadeData.rows(600, 5, 5);
    BoostingOptions few = OPTIONS.withRounds(4);
    BoostingOptions drawn = few.withSubsample(0.5);
    List<BoostingOptions> all =
        List.of(
            few,
            drawn,
            drawn.withSeed(8),
            few.withMaxDepth(2),
            few.withLearningRate(0.3),
            few.withColumnSample(0.5),
            few.withMinChildWeight(20),
            few.withL1(3),
            few.withL2(20),
            few.withMinSplitLoss(9),
            few.withMaxBins(5),
            few.withTreeMethod(BoostingOptions.TreeMethod.EXACT).withMaxBins(5));
    Set<String> models = new HashSet<>();
    for (BoostingOptions options : all) {
      assertTrue(models.add(trained(x, new double[0], options)), options + " makes no difference");
    }
    double[] weights = new double[600];
    Arrays.setAll(weights, i -> 1 + i % 3);
    assertTrue(models.add(trained(x, weights, few)), "nor do weights");
  }

  private static String trained(Matrix x, double[] weights, BoostingOptions options)
      throws Exception {
    TrainingData data = TrainingData.weighted(x, weights);
    return text(
        new XgboostBooster().train(data, MadeData.targets(x, 1, 1), options, Parallel.SERIAL));
  }

  @Test
  @Tag("law")
  void earlyStoppingKeepsTheBestRound() {
    Matrix x = MadeData.rows(400, 4, 5);
    Matrix v = MadeData.rows(300, 4, 6);
    BinaryTarget target = new BinaryTarget(MadeData.positive(x, 0), MadeData.positive(v, 0), 1);
    BoostingOptions options =
        OPTIONS.withRounds(400).withLearningRate(0.5).withEarlyStoppingRounds(10);
    TreeEnsemble e =
        new XgboostBooster()
            .train(
                new TrainingData(x, new double[0], v, new double[0]),
                List.of(target),
                options,
                Parallel.SERIAL)
            .get(0);
    int kept = e.trees().size();
    assertTrue(kept > 1 && kept < 390, "kept " + kept);
    double best = loss(e, v, target);
    assertTrue(best < loss(e.first(1), v, target));
    assertTrue(best <= loss(e.first(kept - 1), v, target));
  }

  @Test
  @Tag("law")
  void aValidationRowWithoutWeightIsNone() throws Exception {
    Matrix x = MadeData.rows(400, 4, 5);
    Matrix v = MadeData.rows(300, 4, 6);
    double[] half = new double[300];
    Arrays.fill(half, 0, 150, 1);
    Matrix first = v.select(IntStream.range(0, 150).toArray());
    assertEquals(stopped(x, first, new double[0]), stopped(x, v, half));
    assertNotEquals(stopped(x, v, new double[0]), stopped(x, v, half));
  }

  private static String stopped(Matrix x, Matrix v, double[] weights) throws Exception {
    boolean[] wanted = MadeData.positive(v, 0);
    for (int i = 150; i < wanted.length; i++) {
      wanted[i] = !wanted[i]; // to learn more would be worse
    }
    BinaryTarget target = new BinaryTarget(MadeData.positive(x, 0), wanted, 3);
    BoostingOptions options =
        OPTIONS.withRounds(400).withLearningRate(0.5).withEarlyStoppingRounds(10);
    TrainingData data = new TrainingData(x, new double[0], v, weights);
    return text(new XgboostBooster().train(data, List.of(target), options, Parallel.SERIAL));
  }

  private static double loss(TreeEnsemble e, Matrix v, BinaryTarget target) {
    float[] margins = e.margins(v, Parallel.SERIAL);
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double p = TreeEnsemble.probability(margins[i]);
      loss -= StrictMath.log(target.validationPositive()[i] ? p : 1 - p);
    }
    return loss;
  }

  @Test
  @Tag("edge")
  void oneSidedTargetsAreRefused() {
    Matrix one = Matrix.of(1, 1, new double[] {1});
    BinaryTarget target = new BinaryTarget(new boolean[] {true}, new boolean[0], 1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new XgboostBooster()
                .train(TrainingData.of(one), List.of(target), OPTIONS, Parallel.SERIAL));
  }

  @Test
  @Tag("edge")
  void constantFeatureTellsNothing() {
    Matrix constant = Matrix.of(4, 1, new double[] {2, 2, 2, 2});
    BinaryTarget target =
        new BinaryTarget(new boolean[] {true, false, true, false}, new boolean[0], 1);
    TreeEnsemble e =
        new XgboostBooster()
            .train(TrainingData.of(constant), List.of(target), OPTIONS, Parallel.SERIAL)
            .get(0);
    assertEquals(0, e.margins(constant, Parallel.SERIAL)[0], MARGIN_TOLERANCE);
  }

  @Test
  @Tag("edge")
  void badInputNeverReachesTheLibrary() {
    Matrix x = MadeData.rows(10, 2, 5);
    List<BinaryTarget> tooShort = List.of(new BinaryTarget(new boolean[3], new boolean[0], 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new XgboostBooster().train(TrainingData.of(x), tooShort, OPTIONS, Parallel.SERIAL));
    Matrix none = Matrix.of(0, 2, new double[0]);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new XgboostBooster().train(TrainingData.of(none), List.of(), OPTIONS, Parallel.SERIAL));
  }

  @Test
  @Tag("edge")
  void cancellationStopsTraining() {
    Matrix x = MadeData.rows(200, 3, 5);
    Progress canceled = () -> true;
    assertThrows(
        CancellationException.class,
        () ->
            new XgboostBooster()
                .train(
                    TrainingData.of(x),
                    MadeData.targets(x, 2, 1),
                    OPTIONS,
                    new Parallel(2, canceled)));
  }

  @Test
  @Tag("edge")
  void whatToInstallIsSaid() {
    Throwable t = new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");
    assertTrue(NativeXgboost.message("Linux", "amd64", t).contains("libgomp1"));
    assertTrue(NativeXgboost.message("Mac OS X", "aarch64", t).contains("brew install libomp"));
    assertTrue(NativeXgboost.message("Windows 11", "amd64", t).contains("VCOMP140.DLL"));
    assertTrue(NativeXgboost.message("Windows 11", "aarch64", t).contains("x86_64"));
    assertTrue(NativeXgboost.message("Linux", "amd64", t).contains("cannot open"));
  }
}

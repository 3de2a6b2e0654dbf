// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.ovr.ClassificationReport.Row;
import io.github.recluster.core.ovr.ClassificationReport.Split;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OneVsRestTest {
  private static final int N = 300;
  private static final double SUMS = 1e-12; // the same sums in another order
  private static final float FLOAT = 1e-6f; // margins of size 6
  private static final OneVsRestOptions OPTIONS = OneVsRestOptions.DEFAULTS.withPermutations(1);

  /** cluster_0: high a; cluster_2: low a, blue; cluster_10: low a, red; 10 rows tiny; noise. */
  private static String[] clusters() {
    String[] clusters = new String[N];
    for (int i = 0; i < N; i++) {
      clusters[i] =
          i < 150
              ? "cluster_0"
              : i < 220 ? "cluster_2" : i < 270 ? "cluster_10" : i < 280 ? "tiny" : null;
    }
    return clusters;
  }

  private static FeatureTable table() {
    double[] a = new double[N];
    double[] b = new double[N];
    String[] color = new String[N];
    boolean[] flag = new boolean[N];
    for (int i = 0; i < N; i++) {
      int j = i >= 266 && i < 270 ? i + 30 : i; // some rows of cluster_10 have their like in noise
      a[i] = (i < 150 ? 2 : -2) + Seeds.uniform(1, j);
      b[i] = j % 11 == 0 ? Double.NaN : Seeds.uniform(2, j);
      color[i] = j % 17 == 3 ? null : i < 220 ? "blue" : "red";
      flag[i] = i % 2 == 0;
    }
    return FeatureTable.builder(N)
        .numeric("a", a)
        .numeric("b", b)
        .nominal("color", color)
        .nominal(
            "flag", IntStream.range(0, N).map(i -> flag[i] ? 1 : 0).toArray(), FeatureTable.BOOLEAN)
        .build();
  }

  private static OneVsRestModel fit(OneVsRestOptions options) {
    return OneVsRest.fit(table(), clusters(), options, new StumpBooster(), Parallel.SERIAL);
  }

  private static byte[] bytes(OneVsRestModel model) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      model.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("edge")
  void weightsThatCannotBeAreRefused() {
    double[] weights = new double[N];
    assertEquals("weights must be above 0 in some row, got 0 in all", weighted(weights));
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      weights[7] = wrong;
      assertEquals("weights must be finite and at least 0, got " + wrong, weighted(weights));
    }
  }

  @Test
  @Tag("law")
  void weightsFollowTheirRows() {
    double[] a = table().numbers(0);
    String[] clusters = clusters();
    double[] weights = Arrays.stream(a).map(v -> Math.floor(10 * Math.abs(v))).toArray();
    double inside = IntStream.range(0, 150).mapToDouble(i -> weights[i]).sum();
    StumpBooster booster = new StumpBooster();
    OneVsRest.fit(table(), clusters, weights, OPTIONS, booster, Parallel.SERIAL);
    for (TrainingData data : booster.data) {
      for (int i = 0; i < data.weights().length; i++) {
        assertEquals(Math.floor(10 * Math.abs(data.x().get(i, 0))), data.weights()[i]);
      }
      assertEquals(data.x().rows(), data.weights().length);
    }
    double rest = Arrays.stream(weights).sum() - inside;
    assertEquals(rest / inside, booster.targets.get(0).get(0).positiveWeight(), SUMS);

    Arrays.fill(weights, 0, 150, 0);
    Arrays.fill(weights, 150, N, 2);
    OneVsRestModel model =
        OneVsRest.fit(table(), clusters, weights, OPTIONS, booster, Parallel.SERIAL);
    assertTrue(
        model.ensemble(0).trees().isEmpty(), "a cluster without weight has the same for all");
    assertEquals((float) Math.log(0.5 / 300.5), model.ensemble(0).baseMargin(), FLOAT);
  }

  private static String weighted(double[] weights) {
    return assertThrows(
            IllegalArgumentException.class,
            () ->
                OneVsRest.fit(
                    table(), clusters(), weights, OPTIONS, new StumpBooster(), Parallel.SERIAL))
        .getMessage();
  }

  @Test
  @Tag("law")
  void clustersBelowTheMinimumAreSkippedUnlessNamed() {
    OneVsRestModel model = fit(OPTIONS);
    assertEquals(List.of("cluster_0", "cluster_2", "cluster_10"), model.labels());
    assertEquals("tiny", model.skipped().get(0).cluster());
    assertEquals(10, model.skipped().get(0).size());
    String[] named =
        Arrays.stream(clusters()).map(c -> c == null ? "Noise" : c).toArray(String[]::new);
    OneVsRestModel same =
        OneVsRest.fit(table(), named, OPTIONS, new StumpBooster(), Parallel.SERIAL);
    assertArrayEquals(bytes(model), bytes(same), "noise may have a name");
    assertEquals(
        List.of("cluster_0", "cluster_2", "cluster_10", "tiny"),
        fit(OPTIONS.withAlways(List.of("tiny"))).labels());
  }

  @Test
  @Tag("law")
  void balancedWeightIsRestOverCluster() {
    StumpBooster booster = new StumpBooster();
    OneVsRest.fit(table(), clusters(), OPTIONS, booster, Parallel.SERIAL);
    assertEquals(7, booster.targets.size()); // all rows, held out, five folds
    List<BinaryTarget> all = booster.targets.get(0);
    assertEquals(1.0, all.get(0).positiveWeight());
    assertEquals(230.0 / 70, all.get(1).positiveWeight());
    assertEquals(N, all.get(0).positive().length); // noise and tiny are among the rest
    booster = new StumpBooster();
    OneVsRest.fit(table(), clusters(), OPTIONS.withBalanced(false), booster, Parallel.SERIAL);
    assertEquals(1.0, booster.targets.get(0).get(1).positiveWeight());
  }

  @Test
  @Tag("law")
  void everySplitKeepsEveryClustersShare() {
    int[] classes = ClusterNames.of(clusters()).codes();
    boolean[] held = Splits.heldOut(classes, 0.2, 5);
    int[] fold = Splits.folds(classes, 5, 5);
    int[] heldOf = new int[5];
    int[][] foldOf = new int[5][5];
    for (int i = 0; i < N; i++) {
      heldOf[classes[i] + 1] += held[i] ? 1 : 0;
      foldOf[classes[i] + 1][fold[i]]++;
    }
    assertArrayEquals(new int[] {4, 30, 14, 10, 2}, heldOf); // noise first, then by name
    for (int c = 0; c < 5; c++) {
      int[] counts = foldOf[c];
      assertTrue(
          Arrays.stream(counts).max().getAsInt() - Arrays.stream(counts).min().getAsInt() <= 1,
          Arrays.toString(counts));
    }
  }

  @Test
  @Tag("law")
  void reportHasARowAClusterAndSplitAndAMean() {
    OneVsRestModel model = fit(OPTIONS);
    assertEquals(8, model.report().rows().size());
    List<Row> folded = model.report().rows(Split.OUT_OF_FOLD);
    assertEquals(150, folded.get(0).inside().support());
    assertEquals(1, folded.get(0).inside().f1(), "cluster_0 is told by a alone");
    assertEquals(ClassificationReport.MACRO, folded.get(3).cluster());
    assertEquals(30, model.report().rows(Split.HELD_OUT).get(0).inside().support());
    int[][] counts = model.confusion().orElseThrow().counts();
    assertEquals(N, Arrays.stream(counts).flatMapToInt(Arrays::stream).sum());
    assertEquals(150, counts[0][0]);
    assertEquals(30, Arrays.stream(counts[3]).sum(), "tiny and noise are no such cluster");
  }

  @Test
  @Tag("law")
  void calibrationCountsEveryRowOnceAndEveryClusterRow() {
    OneVsRestModel model = fit(OPTIONS);
    int[] size = {150, 70, 50};
    for (int k = 0; k < 3; k++) {
      int rows = 0;
      double inside = 0;
      for (CalibrationBin bin : model.calibration().subList(10 * k, 10 * k + 10)) {
        assertEquals(model.labels().get(k), bin.cluster());
        rows += bin.rows();
        if (bin.rows() > 0) {
          inside += bin.rows() * bin.observedShare();
          assertTrue(bin.meanProbability() >= bin.from() && bin.meanProbability() <= bin.to());
        }
      }
      assertEquals(N, rows);
      assertEquals(size[k], inside, 1e-9);
    }
  }

  @Test
  @Tag("law")
  void permutationFindsWhatMatters() {
    OneVsRestModel model = fit(OPTIONS);
    assertEquals(12, model.importance().size());
    FeatureImportance a = model.importance().get(0);
    FeatureImportance b = model.importance().get(1);
    assertEquals("cluster_0", a.cluster());
    assertEquals("a", a.feature());
    assertEquals(1, a.weight());
    assertTrue(a.permutation() > 0.2, "a " + a.permutation());
    assertTrue(a.permutation() < 0.55, "half of the rows would be right by chance");
    assertTrue(Math.abs(b.permutation()) < 0.1, "b " + b.permutation());
    FeatureImportance often = fit(OPTIONS.withPermutations(4)).importance().get(0);
    assertEquals(a.permutation(), often.permutation(), 0.1, "a mean, not a sum");
    assertTrue(Double.isNaN(fit(OPTIONS.withPermutations(0)).importance().get(0).permutation()));
  }

  @Test
  @Tag("same")
  void orderOfRowsAndThreadsDoNotMatter() {
    byte[] one = bytes(fit(OPTIONS));
    int[] shuffle = IntStream.range(0, N).map(i -> N - 1 - i * 7 % N).toArray();
    String[] clusters = clusters();
    OneVsRestModel shuffled =
        OneVsRest.fit(
            table().selectRows(shuffle),
            Arrays.stream(shuffle).mapToObj(i -> clusters[i]).toArray(String[]::new),
            OPTIONS,
            new StumpBooster(),
            new Parallel(3, Progress.NONE));
    assertArrayEquals(one, bytes(shuffled));
  }

  @Test
  @Tag("same")
  void savedAndReadModelPredictsTheSame() throws IOException {
    OneVsRestModel model = fit(OPTIONS);
    OneVsRestModel back = OneVsRestModel.read(new ByteArrayInputStream(bytes(model)));
    OneVsRestPrediction p = model.predict(table(), Parallel.SERIAL);
    OneVsRestPrediction q = back.predict(table(), Parallel.SERIAL);
    for (int i = 0; i < N; i++) {
      assertEquals(p.label(i), q.label(i));
      assertEquals(p.probability(i, 1), q.probability(i, 1));
    }
    assertEquals(model.report(), back.report());
    assertEquals(model.importance(), back.importance());
    assertEquals(model.calibration(), back.calibration());
    assertEquals(List.of("blue", "red"), back.categories(2).orElseThrow());
    assertArrayEquals(bytes(model), bytes(back));
  }

  @Test
  @Tag("law")
  void winnerLeadAndNoneOfThese() {
    OneVsRestModel model = fit(OPTIONS);
    OneVsRestPrediction p = model.predict(table(), Parallel.SERIAL);
    assertEquals("cluster_0", p.label(0));
    double[] all = {p.probability(0, 0), p.probability(0, 1), p.probability(0, 2)};
    Arrays.sort(all);
    assertEquals(all[2] - all[1], p.lead(0));
    OneVsRestPrediction strict = model.predict(table(), 1, Parallel.SERIAL);
    assertEquals(OneVsRestPrediction.NONE_OF_THESE, strict.label(0));
    assertEquals(OneVsRestPrediction.NONE, strict.winner(0));
    assertThrows(
        IllegalArgumentException.class, () -> model.predict(table(), 1.5, Parallel.SERIAL));
  }

  @Test
  @Tag("law")
  void unknownCategoryPredictsAsMissing() {
    OneVsRestModel model = fit(OPTIONS);
    FeatureTable unknown =
        FeatureTable.builder(2)
            .nominal("color", new String[] {"green", null})
            .nominal("flag", new String[] {"true", "true"})
            .numeric("b", new double[] {0.5, 0.5})
            .numeric("a", new double[] {Double.POSITIVE_INFINITY, Double.NaN})
            .build();
    OneVsRestPrediction known = model.predict(table(), Parallel.SERIAL);
    assertTrue(known.probability(200, 1) > 2 * known.probability(240, 1), "blue is not red");
    OneVsRestPrediction p = model.predict(unknown, Parallel.SERIAL);
    for (int k = 0; k < 3; k++) {
      assertEquals(p.probability(0, k), p.probability(1, k));
    }
    assertEquals(
        List.of(0, 0, 1, 0),
        IntStream.range(0, 4).mapToObj(f -> model.countUnknown(unknown, f)).toList());
    FeatureTable lacking = FeatureTable.builder(1).numeric("a", new double[1]).build();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> model.predict(lacking, Parallel.SERIAL));
    assertTrue(e.getMessage().contains("\"b\""), e.getMessage());
  }

  @Test
  @Tag("law")
  void earlyStoppingGetsRowsOfItsOwn() {
    StumpBooster booster = new StumpBooster();
    double[] weights = Arrays.stream(table().numbers(0)).map(Math::abs).toArray();
    BoostingOptions stopping = BoostingOptions.DEFAULTS.withEarlyStoppingRounds(5);
    OneVsRestOptions options = OPTIONS.withBoosting(stopping);
    OneVsRest.fit(table(), clusters(), weights, options, booster, Parallel.SERIAL);
    TrainingData data = booster.data.get(0);
    assertEquals(60, data.validation().rows());
    assertEquals(240, data.x().rows());
    assertEquals(60, booster.targets.get(0).get(0).validationPositive().length);
    double[] a = data.validation().column(0);
    assertArrayEquals(Arrays.stream(a).map(Math::abs).toArray(), data.validationWeights());
  }

  @Test
  @Tag("edge")
  void nothingToTellApart() {
    FeatureTable table = table();
    String[] one = new String[N];
    Arrays.fill(one, "all");
    String[] none = new String[N];
    for (String[] clusters : List.of(one, none)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> OneVsRest.fit(table, clusters, OPTIONS, new StumpBooster(), Parallel.SERIAL));
    }
  }

  @Test
  @Tag("edge")
  void fewerRowsThanCanBeHeldBackAreLearned() {
    for (int n : new int[] {2, 3, 4}) {
      int[] first = IntStream.range(148, 148 + n).toArray(); // of two clusters
      FeatureTable few = table().selectRows(first);
      String[] clusters = Arrays.stream(first).mapToObj(i -> clusters()[i]).toArray(String[]::new);
      clusters[1] = "cluster_2";
      OneVsRestModel model =
          OneVsRest.fit(few, clusters, OPTIONS.withMinRows(1), new StumpBooster(), Parallel.SERIAL);
      assertEquals(List.of("cluster_0", "cluster_2"), model.labels());
      assertTrue(model.report().rows(Split.HELD_OUT).get(0).warning().contains("mean nothing"));
    }
  }

  @Test
  @Tag("edge")
  void clustersThatAreAllTooSmallAreToldWithTheirSizes() {
    OneVsRestOptions many = OPTIONS.withMinRows(200);
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> fit(many));
    assertEquals(
        "clusters must include one of at least 200 rows beside other rows, got cluster_0 of 150,"
            + " cluster_2 of 70, cluster_10 of 50 and 1 smaller ones",
        e.getMessage());
  }

  @Test
  @Tag("edge")
  void aClusterOfOneRowIsTrainedIfNamed() {
    String[] clusters = clusters();
    clusters[299] = "alone";
    OneVsRestModel model =
        OneVsRest.fit(
            table(),
            clusters,
            OPTIONS.withAlways(List.of("alone")),
            new StumpBooster(),
            Parallel.SERIAL);
    assertEquals("alone", model.labels().get(0));
    Row heldOut = model.report().rows(Split.HELD_OUT).get(0);
    assertEquals(0, heldOut.inside().support());
    assertFalse(heldOut.warning().isEmpty());
    assertTrue(Double.isNaN(heldOut.rocAuc()));
    assertEquals(1, model.report().rows(Split.OUT_OF_FOLD).get(0).inside().support());
  }

  @Test
  @Tag("edge")
  void withoutReportsNothingIsJudged() {
    OneVsRestModel model = fit(OPTIONS.withHeldOutShare(0).withFolds(0));
    assertTrue(model.report().rows().isEmpty());
    assertTrue(model.confusion().isEmpty());
    assertEquals(N, model.background().rows());
    double[] some = fit(OPTIONS.withBackgroundRows(20)).background().column(0);
    assertArrayEquals(Arrays.stream(some).sorted().toArray(), some, "canonical order");
    assertEquals(20, some.length);
    double[] others = fit(OPTIONS.withBackgroundRows(20).withSeed(8)).background().column(0);
    assertFalse(Arrays.equals(some, others), "another seed");
  }
}

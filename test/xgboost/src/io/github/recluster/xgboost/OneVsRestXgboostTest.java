// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.ovr.ClassificationReport.Split;
import io.github.recluster.core.ovr.OneVsRest;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.core.ovr.OneVsRestPrediction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OneVsRestXgboostTest {
  private static final int ROWS = 600;
  private static final OneVsRestOptions OPTIONS =
      OneVsRestOptions.DEFAULTS
          .withBoosting(BoostingOptions.DEFAULTS.withRounds(30).withSubsample(0.8))
          .withPermutations(1);

  /** Clusters are the quarters of the first two features; a tenth of the rows is noise. */
  private static String cluster(Matrix x, int row) {
    if (row % 10 == 9) {
      return "Noise";
    }
    return "cluster_" + ((x.get(row, 0) > 0 ? 2 : 0) + (x.get(row, 1) > 0 ? 1 : 0));
  }

  private static OneVsRestModel fit(int[] rows, Parallel parallel, OneVsRestOptions options) {
    Matrix x = MadeData.rows(ROWS, 4, 21);
    String[] clusters = IntStream.of(rows).mapToObj(i -> cluster(x, i)).toArray(String[]::new);
    FeatureTable table = FeatureTable.of(x.select(rows), List.of("a", "b", "c", "d"));
    return OneVsRest.fit(table, clusters, options, new XgboostBooster(), parallel);
  }

  private static byte[] bytes(OneVsRestModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  @Tag("quality")
  void quartersAreTold() {
    int[] all = IntStream.range(0, ROWS).toArray();
    OneVsRestModel model = fit(all, Parallel.SERIAL, OPTIONS);
    assertEquals(List.of("cluster_0", "cluster_1", "cluster_2", "cluster_3"), model.labels());
    for (Split split : Split.values()) {
      var macro = model.report().rows(split).get(4);
      assertTrue(macro.rocAuc() > 0.9, split + " " + macro.rocAuc());
      assertTrue(macro.inside().recall() > 0.75, split + " " + macro.inside().recall());
    }
    Matrix x = MadeData.rows(ROWS, 4, 21);
    OneVsRestPrediction p =
        model.predict(FeatureTable.of(x, List.of("a", "b", "c", "d")), Parallel.SERIAL);
    long right = IntStream.range(0, ROWS).filter(i -> p.label(i).equals(cluster(x, i))).count();
    assertTrue(right > 0.75 * ROWS, right + " right");
  }

  @Test
  @Tag("same")
  void orderOfRowsAndThreadsDoNotMatter() throws IOException {
    int[] all = IntStream.range(0, ROWS).toArray();
    int[] shuffled = IntStream.range(0, ROWS).map(i -> i * 7 % ROWS).toArray();
    byte[] one = bytes(fit(all, Parallel.SERIAL, OPTIONS));
    assertArrayEquals(one, bytes(fit(shuffled, new Parallel(2, Progress.NONE), OPTIONS)));
    assertArrayEquals(one, bytes(fit(all, new Parallel(8, Progress.NONE), OPTIONS)));
  }

  @Test
  @Tag("law")
  void presetsTrain() {
    int[] all = IntStream.range(0, ROWS).toArray();
    for (BoostingOptions preset : List.of(BoostingOptions.SMALL_DATA, BoostingOptions.TWO_TREES)) {
      OneVsRestModel model = fit(all, Parallel.SERIAL, OPTIONS.withBoosting(preset));
      assertEquals(preset.rounds(), model.ensemble(0).trees().size());
      assertTrue(model.report().rows(Split.OUT_OF_FOLD).get(4).rocAuc() > 0.75);
    }
    OneVsRestModel stopped =
        fit(
            all,
            Parallel.SERIAL,
            OPTIONS.withBoosting(
                BoostingOptions.DEFAULTS
                    .withRounds(500)
                    .withLearningRate(0.5)
                    .withEarlyStoppingRounds(5)));
    assertTrue(stopped.ensemble(0).trees().size() < 450);
  }
}

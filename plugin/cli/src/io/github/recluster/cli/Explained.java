// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapBlock;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Means over all rows, and the contributions of the first ones: model, row, feature. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Explained(ShapSummary summary, double[] bases, double[][][] rows) {
  static Explained of(ShapExplainer explainer, Matrix x, int sample, Run run) {
    double[][][] kept = new double[explainer.models()][sample][explainer.features()];
    int[] noCluster = new int[x.rows()];
    Arrays.fill(noCluster, Labels.NOISE);
    ShapSummary summary =
        ShapSummary.of(explainer, x, noCluster, run.parallel(), block -> keep(block, kept));
    double[] bases = new double[explainer.models()];
    Arrays.setAll(bases, explainer::baseValue);
    return new Explained(summary, bases, kept);
  }

  private static void keep(ShapBlock block, double[][][] kept) {
    double[][] rows = kept[block.model()];
    for (int i = 0; i < block.rows() && block.firstRow() + i < rows.length; i++) {
      double[] row = rows[block.firstRow() + i];
      for (int f = 0; f < row.length; f++) {
        row[f] = block.contribution(i, f);
      }
    }
  }

  double additivityError() {
    double worst = 0;
    for (int k = 0; k < bases.length; k++) {
      worst = Math.max(worst, summary.additivityError(k));
    }
    return worst;
  }

  void writeRows(Path out, List<Integer> clusters, List<String> features, Run run)
      throws IOException {
    List<String> names = new ArrayList<>(List.of("cluster", "row", "base"));
    names.addAll(features);
    int sample = rows[0].length;
    CsvWriter.write(
        out,
        names,
        clusters.size() * sample,
        (i, cells) -> {
          int k = i / sample;
          cells.add(clusters.get(k)).add(i % sample).add(bases[k]);
          for (double value : rows[k][i % sample]) {
            cells.add(value);
          }
        },
        run.quiet());
  }

  void writeSummary(Path out, List<Integer> clusters, List<String> features, Run run)
      throws IOException {
    int d = features.size();
    CsvWriter.write(
        out,
        List.of("cluster", "feature", "mean_abs"),
        clusters.size() * d,
        (i, cells) ->
            cells
                .add(clusters.get(i / d))
                .add(features.get(i % d))
                .add(summary.meanAbsolute(i / d, i % d)),
        run.quiet());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.nodes.chart.Chart;
import io.github.recluster.nodes.chart.RowSample;
import io.github.recluster.nodes.chart.SampleChart.Look;
import io.github.recluster.nodes.shap.ShapExplainParameters.Picture;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The picture of the image port: one chart of the view. It has nothing to choose from, so its title
 * says what was chosen.
 *
 * @param group the place of the cluster that it shows
 */
record ShapPicture(ShapView view, ShapExplainParameters choice, int group) {
  byte[] toPng() {
    RowSample.Group shown = view.sample().groups().get(group);
    String cluster = shown.name();
    Chart picture =
        switch (choice.picture) {
          case BARS -> view.bars();
          case WORDS -> view.words();
          case HEATMAP -> view.heatmap();
          case BEESWARM -> view.chart(Look.BEESWARM, "Rows: " + cluster, group, 0);
          case WATERFALL -> {
            int row = row();
            yield row < 0
                ? view.bars()
                : view.chart(
                    Look.WATERFALL,
                    "What speaks for " + cluster + ": " + view.sample().keys().get(row),
                    group,
                    row);
          }
          case DEPENDENCE -> {
            int place = Math.max(0, place());
            String feature = view.sample().features().get(shown.top()[place]).name();
            yield view.chart(
                Look.DEPENDENCE, "What " + feature + " says of " + cluster, group, place);
          }
        };
    return picture.toPng();
  }

  /** The row that was chosen, or a typical one; −1 if there is none. */
  private int row() {
    int asked = view.sample().keys().indexOf(choice.pictureRow);
    return asked >= 0 ? asked : view.sample().groups().get(group).typical();
  }

  /** The place of the chosen feature among the most important ones; −1 if it is none. */
  private int place() {
    int[] top = view.sample().groups().get(group).top();
    return IntStream.range(0, top.length)
        .filter(i -> view.sample().features().get(top[i]).name().equals(choice.pictureFeature))
        .findFirst()
        .orElse(-1);
  }

  /** What the picture does not show although it was asked for. */
  Optional<String> warning() {
    if (choice.picture == Picture.WATERFALL) {
      if (row() < 0) {
        return Optional.of(
            "No row lies in the cluster of the picture: the picture shows bars instead.");
      }
      if (!choice.pictureRow.isEmpty() && !view.sample().keys().contains(choice.pictureRow)) {
        return Optional.of(
            "The table has no row \""
                + choice.pictureRow
                + "\": the picture shows the most typical row of the cluster.");
      }
    }
    if (choice.picture == Picture.DEPENDENCE && !choice.pictureFeature.isEmpty() && place() < 0) {
      return Optional.of(
          "\""
              + choice.pictureFeature
              + "\" is none of the cluster's 15 most important features: the picture shows the most"
              + " important one.");
    }
    return Optional.empty();
  }
}

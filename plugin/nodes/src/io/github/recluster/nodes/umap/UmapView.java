// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.umap.UmapModel;
import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.chart.Chart;
import io.github.recluster.nodes.chart.MapsChart;
import io.github.recluster.nodes.chart.ScatterChart;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.ViewData;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.view.Points;
import io.github.recluster.nodes.view.RawColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What UMAP Embed shows: the map, to be colored by any raw column, and, where the user asked for
 * it, small maps made with other settings.
 */
public record UmapView(ScatterChart map, Optional<MapsChart> compared, List<String> notes) {
  private static final String CAPTION =
      "Rows that are alike lie close together. Nearness counts; the distance between far islands,"
          + " their size and the axes mean little.";

  static UmapView of(Matrix places, RawColumns raw, String[] keys, UmapOptions options) {
    Points points = Points.of(places.rows());
    List<String> notes = new ArrayList<>();
    points.note().ifPresent(notes::add);
    notes.add(settings(options));
    raw.note().ifPresent(notes::add);
    return new UmapView(
        points
            .map("Embedding", CAPTION, UmapColumns.names(places.columns()), places)
            .withValues(points.values(raw.inMap()))
            .withKeys(points.keys(keys)),
        Optional.empty(),
        notes);
  }

  /** With small maps made with other settings. */
  UmapView comparing(MapsChart maps) {
    return new UmapView(map, Optional.of(maps), notes);
  }

  String toJson() {
    List<Chart> charts = new ArrayList<>(List.of(map));
    compared.ifPresent(charts::add);
    return new ViewData("UMAP Embed", notes, charts).toJson();
  }

  byte[] toPng() {
    return map.toPng(1200, 900);
  }

  /** What the model's port shows: the facts and the map. */
  public static String ofPort(UmapModelPortObject port) {
    UmapModel model = port.model();
    UmapOptions o = model.options();
    Matrix places = model.embedding();
    Points points = Points.of(places.rows());
    SummaryTable facts =
        SummaryTable.ofFacts(
            "UMAP model",
            "What the map was made of.",
            "Rows",
            model.rows(),
            "Features",
            String.join(", ", port.getSpec().featureNames()),
            "Dimensions",
            o.components(),
            "Neighbors",
            o.neighbors(),
            "Distance",
            ComparedSettings.name(o.metric()),
            "Minimum distance",
            o.minDist(),
            "Spread",
            o.spread(),
            "Epochs",
            o.epochs() == 0 ? "automatic (500 up to 10,000 rows, fewer above)" : o.epochs(),
            "Seed",
            String.valueOf(o.seed()));
    ScatterChart map =
        points.map("Embedding", CAPTION, UmapColumns.names(places.columns()), places);
    List<String> notes = new ArrayList<>();
    points.note().ifPresent(notes::add);
    return new ViewData("UMAP model", notes, List.of(facts, map)).toJson();
  }

  private static String settings(UmapOptions o) {
    return o.neighbors()
        + " neighbors, "
        + ComparedSettings.name(o.metric())
        + " distance, minimum distance "
        + ComparedSettings.number(o.minDist())
        + ", seed "
        + o.seed()
        + ". Another seed gives another map: trust what comes back.";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Small multiples: equal panels in rows and columns. */
final class Panels {
  private static final double GAP = 26;

  private Panels() {}

  /** Panels for so many things, as near as can be to the wished width for each height. */
  static List<Rectangle2D.Double> of(Rectangle2D.Double body, int count, double widthToHeight) {
    int best = 1;
    double least = Double.MAX_VALUE;
    for (int columns = 1; columns <= count; columns++) {
      int rows = (count + columns - 1) / columns;
      double ratio = (body.width / columns) / (body.height / rows);
      double off =
          Math.abs(StrictMath.log(ratio / widthToHeight)) + 0.15 * (rows * columns - count);
      if (off < least) {
        least = off;
        best = columns;
      }
    }
    return grid(body, (count + best - 1) / best, best, GAP).subList(0, count);
  }

  /** Row by row. */
  static List<Rectangle2D.Double> grid(Rectangle2D.Double body, int rows, int columns, double gap) {
    double w = (body.width - gap * (columns - 1)) / columns;
    double h = (body.height - gap * (rows - 1)) / rows;
    var panels = new ArrayList<Rectangle2D.Double>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        panels.add(
            new Rectangle2D.Double(body.x + column * (w + gap), body.y + row * (h + gap), w, h));
      }
    }
    return panels;
  }
}

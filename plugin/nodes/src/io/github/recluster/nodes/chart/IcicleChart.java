// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The condensed tree: each candidate cluster an icicle, from where it splits off to where it dies;
 * its width is the number of rows still in it. Chosen clusters carry their color.
 *
 * @param valueAxis what grows downwards, such as density (lambda)
 * @param branches parents before children; the first is the root
 */
public record IcicleChart(String title, String caption, String valueAxis, List<Branch> branches)
    implements Chart {

  /**
   * One candidate cluster.
   *
   * @param parent index in the list, −1 for the root
   * @param levels where its size changes, rising; the first is its birth, the last its death
   * @param sizes rows in it from each level to the next; one less than levels
   * @param cluster the number of the chosen cluster that it is, or −1
   */
  @SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
  public record Branch(int parent, float[] levels, int[] sizes, int cluster, String name) {}

  public IcicleChart {
    branches = List.copyOf(branches);
  }

  @Override
  public String toJson() {
    var items = new ArrayList<Json.Raw>();
    for (Branch branch : branches) {
      items.add(
          Json.of(
              "parent", branch.parent,
              "levels", Json.pack(branch.levels),
              "sizes", Json.pack(branch.sizes),
              "cluster", branch.cluster,
              "name", branch.name));
    }
    return Json.chart(
        "icicle", this,
        "valueAxis", valueAxis,
        "branches", items);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return IciclePainter.png(this, width, height);
  }
}

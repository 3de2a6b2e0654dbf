// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.awt.Color;

/** Colours for numbers, from low to high, blended between a few fixed ones. */
@SuppressWarnings("ArrayRecordComponent") // never written to
record Ramp(int... stops) {
  /** A feature's value: blue, grey, red. */
  static final Ramp VALUES = new Ramp(0x2F6FB7, 0xB9A3B8, 0xD1495B);

  /** Below and above zero; against a cluster and for it. */
  static final Ramp DIVERGING = new Ramp(0x2F6FB7, 0xF7F7F7, 0xE08214);

  /** From nothing to much. */
  static final Ramp AMOUNTS = new Ramp(0xF2F6FA, 0x9CC3DD, 0x0072B2, 0x0B3C5D);

  /** From low to high on white, as the page colors maps. */
  static final Ramp PLACES =
      new Ramp(0x440154, 0x46327E, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39);

  Color at(double share) {
    if (Double.isNaN(share)) {
      return ClusterColors.of(ClusterColors.NOISE);
    }
    double place = Math.max(0, Math.min(1, share)) * (stops.length - 1);
    int i = Math.min(stops.length - 2, (int) place);
    var low = new Color(stops[i]);
    var high = new Color(stops[i + 1]);
    double part = place - i;
    return new Color(
        blend(low.getRed(), high.getRed(), part),
        blend(low.getGreen(), high.getGreen(), part),
        blend(low.getBlue(), high.getBlue(), part));
  }

  /** A color through which others show. */
  static Color faded(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static int blend(int low, int high, double part) {
    return (int) Math.round(low + (high - low) * part);
  }
}

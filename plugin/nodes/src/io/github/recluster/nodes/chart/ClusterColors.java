// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The color of a cluster, by its number, the same in every view, picture and table: 24 colors, each
 * as far as possible from those before it for normal and for red- or green-blind eyes; then they
 * come again. Noise is grey.
 */
public final class ClusterColors {
  /** The number of noise. */
  public static final int NOISE = -1;

  private static final Color NOISE_COLOR = new Color(0xB4BAC2);
  private static final int[] PALETTE = {
    0x0072B2, 0xE69F00, 0x009E73, 0xC44E00, 0x56B4E9, 0xC667A6, 0x771122, 0x2233AA, 0xBBCC77,
    0x553355, 0x5588FF, 0x995533, 0x662277, 0xFF5577, 0xBB8844, 0x884455, 0x55DDAA, 0x880000,
    0xEEBB55, 0x6699EE, 0x0055AA, 0xAA3388, 0xDD8833, 0x66AA99
  };

  private ClusterColors() {}

  /** The color of a cluster; grey for {@link #NOISE} and every other number below zero. */
  public static Color of(int cluster) {
    return cluster < 0 ? NOISE_COLOR : new Color(PALETTE[cluster % PALETTE.length]);
  }

  /** The color as {@code #RRGGBB}. */
  public static String hex(int cluster) {
    return String.format("#%06X", of(cluster).getRGB() & 0xFFFFFF);
  }

  /** All colors by number, after which they come again. */
  static List<String> hexPalette() {
    return Arrays.stream(PALETTE).mapToObj(rgb -> String.format("#%06X", rgb)).toList();
  }

  /**
   * The number in a cluster's name as our nodes write it ({@code cluster_3}), {@link #NOISE} for
   * all other names.
   */
  public static int numberOf(String name) {
    return name != null && name.matches("cluster_\\d{1,8}")
        ? Integer.parseInt(name.substring("cluster_".length()))
        : NOISE;
  }

  /** As {@link #numberOf(String)}; a cluster of another name has its place as number. */
  public static int numberOf(String name, int place) {
    int number = numberOf(name);
    return number == NOISE ? place : number;
  }
}

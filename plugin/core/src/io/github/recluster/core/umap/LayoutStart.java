// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;

/**
 * Where points stand before the layout: any start, brought to a size of 10 with a little noise, and
 * stretched over 0 … 10 in every dimension, as in umap-learn.
 */
final class LayoutStart {
  private static final double SIZE = 10;
  private static final double NOISE = 1e-4;

  private LayoutStart() {}

  /** A start that no seed has touched, n × c; empty if the start is random. */
  static double[] of(
      float[] points, NeighborhoodGraph graph, UmapOptions options, Parallel parallel) {
    return switch (options.init()) {
      case SPECTRAL -> SpectralStart.of(points, graph, options, parallel);
      case PCA -> PrincipalComponents.of(points, graph.rows(), options.components(), parallel);
      case RANDOM -> new double[0];
    };
  }

  /** The places that the layout with a seed starts from. */
  static float[] places(double[] start, int n, int components, long seed) {
    double[] places = new double[n * components];
    if (start.length == 0) {
      for (int i = 0; i < places.length; i++) {
        places[i] = SIZE * (2 * Seeds.uniform(seed, i) - 1);
      }
    } else {
      double largest = 0;
      for (double value : start) {
        largest = Math.max(largest, Math.abs(value));
      }
      double factor = largest > 0 ? SIZE / largest : 0;
      for (int i = 0; i < places.length; i++) {
        places[i] = start[i] * factor + NOISE * normal(seed, i);
      }
    }
    return stretch(places, components);
  }

  /** Nearly normal: the sum of four uniform numbers, with variance 1. */
  private static double normal(long seed, int i) {
    double sum = -2;
    for (int j = 0; j < 4; j++) {
      sum += Seeds.uniform(seed, 4L * i + j);
    }
    return sum * 1.7320508075688772;
  }

  private static float[] stretch(double[] places, int components) {
    float[] result = new float[places.length];
    for (int j = 0; j < components; j++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = j; i < places.length; i += components) {
        least = Math.min(least, places[i]);
        most = Math.max(most, places[i]);
      }
      double factor = most > least ? SIZE / (most - least) : 0;
      for (int i = j; i < places.length; i += components) {
        result[i] = (float) ((places[i] - least) * factor);
      }
    }
    return result;
  }
}

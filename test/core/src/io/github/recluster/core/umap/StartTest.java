// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.graph.WeightedGraph;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a layout starts. */
@Tag("law")
class StartTest {
  /** Points are floats of size 10. */
  private static final double FLOAT = 1e-5;

  /** Uncorrelated places in a plane, the first ones wider. */
  private static final double[][] PLANE = {{-3, -1}, {-3, 1}, {3, -1}, {3, 1}, {0, 0}};

  private static final int RING = 8;

  /** A place in the plane, turned into three dimensions and moved. */
  private static float[] inSpace(double[] place) {
    return new float[] {
      (float) (7 + 0.6 * place[0]), (float) (8 + 0.8 * place[0]), (float) (9 + place[1])
    };
  }

  private static float[] points(int rowsEach) {
    float[] points = new float[PLANE.length * rowsEach * 3];
    for (int i = 0; i < PLANE.length * rowsEach; i++) {
      System.arraycopy(inSpace(PLANE[i / rowsEach]), 0, points, 3 * i, 3);
    }
    return points;
  }

  @Test
  void principalComponentsAreThePlacesInThePlane() {
    double[] found = PrincipalComponents.of(points(1), PLANE.length, 4, Parallel.SERIAL);
    double first = Math.signum(found[8]);
    double second = Math.signum(found[5]);
    for (int i = 0; i < PLANE.length; i++) {
      assertEquals(PLANE[i][0], first * found[4 * i], FLOAT);
      assertEquals(PLANE[i][1], second * found[4 * i + 1], FLOAT);
      assertEquals(0, found[4 * i + 2], FLOAT);
      assertEquals(0, found[4 * i + 3], 0, "there is no fourth");
    }
  }

  /** Rings of eight vertices, no two of them joined. */
  private static double[] rings(int count) {
    int n = count * RING;
    int[] offsets = new int[n + 1];
    int[] targets = new int[2 * n];
    float[] weights = new float[2 * n];
    Arrays.fill(weights, 1);
    for (int v = 0; v < n; v++) {
      int first = v / RING * RING;
      int a = first + (v + 1) % RING;
      int b = first + (v + RING - 1) % RING;
      targets[2 * v] = Math.min(a, b);
      targets[2 * v + 1] = Math.max(a, b);
      offsets[v + 1] = 2 * v + 2;
    }
    NeighborhoodGraph graph =
        new NeighborhoodGraph(new WeightedGraph(offsets, targets, weights), 1);
    return SpectralStart.of(
        Arrays.copyOf(points(RING), 3 * n), graph, UmapOptions.DEFAULTS, Parallel.SERIAL);
  }

  private static double[] middle(double[] places, int ring) {
    double[] middle = new double[2];
    for (int v = ring * RING; v < (ring + 1) * RING; v++) {
      middle[0] += places[2 * v] / RING;
      middle[1] += places[2 * v + 1] / RING;
    }
    return middle;
  }

  /** Each ring is a circle around its middle, its widest place as far off as said. */
  private static void assertCircle(double[] places, int ring, double widest) {
    double[] middle = middle(places, ring);
    double most = 0;
    double radius = 0;
    for (int v = ring * RING; v < (ring + 1) * RING; v++) {
      double x = places[2 * v] - middle[0];
      double y = places[2 * v + 1] - middle[1];
      most = Math.max(most, Math.max(Math.abs(x), Math.abs(y)));
      radius = v % RING == 0 ? Math.hypot(x, y) : radius;
      assertEquals(radius, Math.hypot(x, y), FLOAT);
      int next = v / RING * RING + (v + 1) % RING;
      double step =
          Math.hypot(places[2 * next] - places[2 * v], places[2 * next + 1] - places[2 * v + 1]);
      assertEquals(2 * radius * Math.sin(Math.PI / RING), step, FLOAT, "neighbors side by side");
    }
    assertEquals(widest, most, FLOAT);
  }

  @Test
  void fewComponentsLieOnTheAxesHalfTheWayToTheNext() {
    double[] places = rings(3);
    double[][] axes = {{1, 0}, {0, 1}, {-1, 0}};
    for (int ring = 0; ring < 3; ring++) {
      double[] middle = middle(places, ring);
      assertEquals(axes[ring][0], middle[0], FLOAT);
      assertEquals(axes[ring][1], middle[1], FLOAT);
      assertCircle(places, ring, Math.sqrt(2) / 2);
    }
  }

  @Test
  void manyComponentsLieAsTheirRowsDo() {
    double[] places = rings(5);
    for (int ring = 0; ring < 5; ring++) {
      double[] middle = middle(places, ring);
      assertEquals(Math.abs(PLANE[ring][0]), Math.abs(middle[0]), FLOAT);
      assertEquals(Math.abs(PLANE[ring][1]), Math.abs(middle[1]), FLOAT);
      // the nearest others of a corner are two away, those of the center √10
      assertCircle(places, ring, ring < 4 ? 1 : Math.sqrt(10) / 2);
    }
  }

  @Test
  void anyStartIsStretchedOverTheFieldWithALittleNoise() {
    int n = 4000;
    double[] start = new double[n];
    Arrays.setAll(start, i -> i % 4 == 3 ? 8 : i % 4 == 2 ? 2 : 0);
    float[] places = LayoutStart.places(start, n, 1, 7);
    double sum = 0;
    for (int i = 0; i < n; i += 4) {
      sum += (places[i] - places[i + 1]) * (double) (places[i] - places[i + 1]);
      assertEquals(2.5, places[i + 2], 0.01);
      assertEquals(10, places[i + 3], 0.01);
    }
    // the noise of two rows, within six standard deviations of a mean of 1,000 squares
    assertEquals(2e-8, sum / (n / 4.0), 2e-8 * 6 * Math.sqrt(2 / 1000.0));
    assertStretched(places, 1);
    float[] random = LayoutStart.places(new double[0], n, 2, 7);
    assertStretched(random, 2);
    double mean = 0;
    for (float place : random) {
      mean += place / (2.0 * n);
    }
    assertEquals(5, mean, 6 * 10 / Math.sqrt(12.0 * 2 * n), "uniform");
    assertFalse(Arrays.equals(random, LayoutStart.places(new double[0], n, 2, 8)));
  }

  private static void assertStretched(float[] places, int components) {
    for (int j = 0; j < components; j++) {
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      for (int i = j; i < places.length; i += components) {
        least = Math.min(least, places[i]);
        most = Math.max(most, places[i]);
      }
      assertEquals(0, least);
      assertEquals(10, most, FLOAT);
    }
  }
}

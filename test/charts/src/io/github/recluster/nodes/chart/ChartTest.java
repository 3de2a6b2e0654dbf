// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  @Tag("same")
  void equalChartsGiveEqualBytes() {
    List<Chart> again = Samples.all();
    List<Chart> charts = Samples.all();
    for (int i = 0; i < charts.size(); i++) {
      assertArrayEquals(
          charts.get(i).toPng(900, 600), again.get(i).toPng(900, 600), charts.get(i).title());
      assertEquals(charts.get(i).toJson(), again.get(i).toJson());
    }
  }

  @Test
  @Tag("edge")
  void everySizeAndEveryEmptinessIsDrawnWithinItsMargin() throws IOException {
    for (Chart chart : Samples.edges()) {
      for (int[] size : new int[][] {{1200, 800}, {600, 400}, {420, 640}}) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.toPng(size[0], size[1])));
        assertEquals(size[0], image.getWidth());
        assertEquals(size[1], image.getHeight());
        for (int y = 0; y < size[1]; y++) {
          assertEquals(
              Color.WHITE.getRGB(), image.getRGB(0, y), chart.title() + " runs over the left edge");
          assertEquals(
              Color.WHITE.getRGB(),
              image.getRGB(size[0] - 1, y),
              chart.title() + " runs over the right edge");
        }
      }
    }
  }

  @Test
  @Tag("law")
  void binsCountEveryValueOnce() {
    double[] values = {0, 0.1, 3, 3, 9.99, 10, Double.NaN, Double.POSITIVE_INFINITY};
    Histogram histogram =
        Histogram.byCluster("x", values, new int[] {0, 0, 1, -1, -1, 1, 0, 0}, List.of("a", "b"));
    assertEquals(6, histogram.total());
    assertEquals(2, histogram.missing());
    assertEquals(3, histogram.parts().size());
    for (int bin = 0; bin < histogram.counts().size(); bin++) {
      int at = bin;
      assertEquals(
          histogram.counts().get(bin),
          histogram.parts().stream().mapToInt(part -> part.counts().get(at)).sum());
    }
    assertEquals(0, histogram.edges().get(0));
    assertEquals(10, histogram.edges().get(histogram.edges().size() - 1));
  }

  @Test
  @Tag("law")
  void skewedValuesFillMoreThanTheFirstBin() {
    double[] values = new double[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.exp(i / 50.0);
    }
    Histogram plain = Histogram.of("x", values);
    Histogram suited = Histogram.byCluster("x", values, null, List.of());
    assertTrue(suited.logarithmic() && !plain.logarithmic());
    assertTrue(plain.counts().get(0) > 300);
    assertTrue(suited.counts().stream().allMatch(count -> count < 100), suited.counts().toString());
    assertEquals(500, suited.total());
  }

  @Test
  @Tag("edge")
  void rareCategoriesShareTheLastBin() {
    int[] codes = new int[40];
    for (int i = 0; i < 40; i++) {
      codes[i] = i < 20 ? 19 : i - 20;
    }
    Histogram histogram =
        Histogram.ofCategories("x", codes, IntStream.range(0, 20).mapToObj(i -> "k" + i).toList());
    assertEquals("k19", histogram.categories().get(0));
    assertEquals("9 others", histogram.categories().get(11));
    assertEquals(40, histogram.total());
  }

  @Test
  @Tag("edge")
  void numbersFurtherApartThanAStepHaveBinsAndTicks() {
    double large = Long.MAX_VALUE; // the next one is 2048 away
    assertEquals(List.of(large), new Axis(large, large, 0, 1).ticks(6));
    assertTrue(new Axis(large, large + 4096, 0, 1).ticks(6).size() <= 3);
    for (double[] values : new double[][] {{large, large}, {large, large + 2048}}) {
      double[] edges = Bins.equal("x", values, 12).edges();
      assertTrue(edges[0] < edges[edges.length - 1], "bins without a width");
    }
  }

  @Test
  @Tag("law")
  void labelsStandOnTheirOwnCluster() {
    ScatterChart map = Samples.map(500, 7);
    int[] middles = map.middles();
    for (int cluster = 0; cluster < 7; cluster++) {
      assertEquals(cluster, map.clusters()[middles[cluster]]);
    }
  }

  @Test
  @Tag("edge")
  void jsonEscapesAndRounds() {
    assertEquals(
        "{\"a\":\"\\u003c\\\"\\\\\\u0009\",\"b\":[1,0.3333333,null,1.000000E-9],\"c\":true}",
        Json.object(
                "a",
                "<\"\\\t",
                "b",
                new double[] {1, 1 / 3.0, Double.NaN, 1.0000001e-9},
                "none",
                null,
                "c",
                true)
            .replace("1E-9", "1.000000E-9"));
    assertEquals("{\"i16\":\"AQD//w==\"}", Json.pack(new int[] {1, -1}).json());
    assertEquals("{\"f32\":\"AADAfw==\"}", Json.pack(new float[] {Float.NaN}).json());
    assertEquals("{\"prefix\":\"Row\",\"count\":2}", Json.packKeys(List.of("Row0", "Row1")).json());
  }

  @Test
  @Tag("law")
  void firstColorsDifferAndNoiseIsGrey() {
    for (int a = 0; a < 24; a++) {
      for (int b = 0; b < a; b++) {
        assertNotEquals(ClusterColors.of(a), ClusterColors.of(b));
      }
    }
    assertEquals("#0072B2", ClusterColors.hex(0));
    assertEquals(ClusterColors.of(3), ClusterColors.of(27));
    assertEquals("#B4BAC2", ClusterColors.hex(ClusterColors.NOISE));
    assertEquals(12, ClusterColors.numberOf("cluster_12"));
    assertEquals(ClusterColors.NOISE, ClusterColors.numberOf("Noise"));
  }

  @Test
  @Tag("edge")
  void wrongLengthsAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Samples.map(5, 1).withKeys(List.of("a")));
    assertEquals("keys must be 5 (one a point), got 1", e.getMessage());
  }

  @Test
  @Tag("law")
  void thePageAsksNobodyForAnything() {
    String page = Pages.chartPage();
    assertTrue(page.contains("const knime =") && page.contains("echarts"));
    assertTrue(
        !page.contains("<script src") && !page.contains("<link"), "a part is not in the page");
  }

  @Test
  @Tag("law")
  void theStepsOfARowEndAtItsPrediction() {
    RowSample rows = Samples.rows(90);
    for (int group = 0; group < 2; group++) {
      for (int row = 0; row < 90; row++) {
        WaterfallChart chart = rows.waterfall("", "", group, row);
        assertEquals(rows.groups().get(group).predictions()[row], chart.result(), 1e-6);
        assertEquals(3, chart.steps().size());
        assertTrue(
            Math.abs(chart.steps().get(0).contribution())
                >= Math.abs(chart.steps().get(1).contribution()));
      }
    }
    List<String> values =
        rows.waterfall("", "", 0, 7).steps().stream().map(WaterfallChart.Step::value).toList();
    assertTrue(values.contains("missing"), values.toString());
  }

  @Test
  @Tag("law")
  void categoriesStandUnderOneFeatureByName() {
    float[] codes = {0, 1, 2, 1, -1};
    float[] shap = {1, -1, 2, 0, 5};
    PointValues plain = new PointValues("coat", codes);
    PointValues named = new PointValues("coat", codes, List.of("grey", "black", "white"));
    PointValues renamed = new PointValues("coat", codes, List.of("grey", "black", "brown"));
    byte[] names = new DependenceChart("", "", "", named, shap, null, null).toPng(600, 400);
    byte[] others = new DependenceChart("", "", "", renamed, shap, null, null).toPng(600, 400);
    byte[] numbers = new DependenceChart("", "", "", plain, shap, null, null).toPng(600, 400);
    assertFalse(Arrays.equals(names, numbers), "categories are drawn as numbers");
    assertFalse(Arrays.equals(names, others), "the names are not drawn");
    assertTrue(named.isMissing(4) && !named.isMissing(0));
  }

  @Test
  @Tag("law")
  void aColorMeansTheSameHoweverTheOthersLie() throws IOException {
    assertEquals(Ramp.AMOUNTS.at(0.98), commonest(Samples.shares(0.98f)));
    assertEquals(Ramp.AMOUNTS.at(0.4), commonest(Samples.shares(0.4f)));
    Color sure = commonest(Samples.alike(300, 1, Range.SHARE));
    Color unsure = commonest(Samples.alike(300, 0, Range.SHARE));
    Color alike = commonest(Samples.alike(300, 1, null));
    assertTrue(brightness(sure) > brightness(alike) && brightness(alike) > brightness(unsure));
  }

  @Test
  @Tag("law")
  void aShareOfFewRowsIsDrawnSmall() throws IOException {
    long many = painted(Samples.shares(1).ofRows(new int[] {10, 10, 10, 10}));
    assertEquals(many, painted(Samples.shares(1)), "enough rows");
    double few = (double) painted(Samples.counted()) / many;
    assertEquals((2 + 2 * 0.45 * 0.45) / 4, few, 0.02);
    assertThrows(IllegalArgumentException.class, () -> Samples.shares(1).ofRows(new int[3]));
  }

  private static long painted(Chart chart) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.toPng(600, 400)));
    int full = Ramp.AMOUNTS.at(1).getRGB();
    return Arrays.stream(image.getRGB(0, 0, 600, 400, null, 0, 600)).filter(p -> p == full).count();
  }

  @Test
  @Tag("edge")
  void aRangeHoldsNearlyAllValuesAndHasAMiddle() {
    float[] values = new float[1000];
    for (int i = 0; i < 1000; i++) {
      values[i] = i == 7 ? 1e9f : i == 8 ? Float.NaN : i;
    }
    assertTrue(Range.of(values).high() < 1000 && Range.of(values).low() > 0);
    Arrays.fill(values, 10, 1000, 3);
    assertEquals(new Range(0, 1e9), Range.of(values));
    Arrays.fill(values, 3);
    assertEquals(0.5, Range.of(values).share(3));
    assertEquals(Range.SHARE, Range.of(new float[] {Float.NaN}));
    assertEquals(new Range(-4, 4), Range.aroundZero(new float[] {1, -4, Float.NaN}));
    assertEquals(new Range(0, 1), Range.fromZero(new float[] {Float.NaN}));
    assertThrows(IllegalArgumentException.class, () -> new Range(1, 0));
    assertArrayEquals(
        new double[] {0, 1, Double.NaN, 1}, Ranks.of(new float[] {2, 9, Float.NaN, 9}));
    assertArrayEquals(new double[] {0.5, 0.5}, Ranks.of(new float[] {1, 1}));
  }

  /** The color of most pixels that are no shade of grey. */
  private static Color commonest(Chart chart) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.toPng(600, 400)));
    return Arrays.stream(image.getRGB(0, 0, 450, 400, null, 0, 450))
        .mapToObj(Color::new)
        .filter(c -> spread(c) > 24)
        .collect(Collectors.groupingBy(c -> c, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static int spread(Color c) {
    return Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()))
        - Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
  }

  private static int brightness(Color c) {
    return c.getRed() + c.getGreen() + c.getBlue();
  }
}

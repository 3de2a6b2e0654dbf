// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser without a window, framed by {@code host.html}, which plays the
 * platform and checks.
 */
class BrowserTest {
  private static final Pattern RESULT = Pattern.compile("id=\"result\">([^<]*)<");
  private static final int SECONDS = 60;
  private static String browser;

  @TempDir Path folder;

  @BeforeAll
  static void findBrowser() {
    browser =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(
        browser != null, "no Chromium here: the pages are not tried in a browser");
  }

  @Test
  @Tag("law")
  void everyPointIsPaintedAndEveryClusterNamed() throws Exception {
    run("paint", Samples.all(), "\"points\":400,\"clusters\":6");
  }

  @Test
  @Tag("law")
  void everyKindOfChartIsDrawn() throws Exception {
    run("every", Samples.all(), "");
  }

  @Test
  @Tag("edge")
  void emptyChartsAreDrawn() throws Exception {
    run("every", Samples.edges(), "");
  }

  @Test
  @Tag("law")
  void surePointsAreBrightHoweverManyTheyAre() throws Exception {
    run(
        "colors",
        List.of(
            Samples.alike(200, 1, Range.SHARE),
            Samples.alike(200, 0, Range.SHARE),
            Samples.alike(200, 1, null),
            Samples.shares(0.98f)),
        "");
  }

  @Test
  @Tag("law")
  void aShareOfFewRowsIsSmallAndSaysSo() throws Exception {
    run("few", List.of(Samples.counted()), "");
  }

  @Test
  @Tag("law")
  void noiseCanBeHidden() throws Exception {
    run("noise", Samples.all(), "\"noise\":40");
  }

  @Test
  @Tag("law")
  void theLassoTellsTheRowsInsideIt() throws Exception {
    ScatterChart map = Samples.map(400, 5);
    float[] x = map.coordinates().get(0);
    double middle =
        (IntStream.range(0, 400).mapToDouble(i -> x[i]).min().getAsDouble()
                + IntStream.range(0, 400).mapToDouble(i -> x[i]).max().getAsDouble())
            / 2;
    List<String> left =
        IntStream.range(0, 400).filter(i -> x[i] < middle).mapToObj(i -> "Row" + i).toList();
    run(
        "lasso",
        List.of(map),
        "\"left\":"
            + left.size()
            + ",\"leftKeys\":"
            + new Json.Raw(Json.object("k", left)).json().replaceAll("^\\{\"k\":|}$", ""));
  }

  @Test
  @Tag("law")
  void aSelectionMadeElsewhereIsShown() throws Exception {
    run("pushed", List.of(Samples.map(50, 3)), "\"selection\":[\"Row1\",\"Row2\"]");
  }

  @Test
  @Tag("law")
  void aReportIsHandedOverOnceAsPictures() throws Exception {
    run("report", Samples.all(), "\"mode\":\"REPORT\"");
  }

  @Test
  @Tag("law")
  void aReportHoldsEveryRowOfALargeSample() throws Exception {
    run("atOnce", Samples.sampleCharts(2500), "\"mode\":\"REPORT\",\"points\":5000");
  }

  @Test
  @Tag("law")
  void wholeNumbersAreWrittenAsSuch() throws Exception {
    double[] sizes = IntStream.range(0, 130).mapToDouble(i -> 1 + i % 13).toArray();
    run(
        "wholeNumbers",
        List.of(
            new HistogramChart(
                "Sizes",
                "",
                List.of(new HistogramChart.Feature("size", Histogram.of("size", sizes)))),
            new BarChart(
                "Rows",
                "",
                "rows",
                List.of("cluster_0", "cluster_1"),
                List.of(new BarChart.Group(BarChart.ALL, "All", List.of(953.0, 76.0))))),
        "");
  }

  @Test
  @Tag("law")
  void oneRowIsThatOfTheSelection() throws Exception {
    run("row", Samples.sampleCharts(90), "");
  }

  @Test
  @Tag("law")
  void oneFeatureIsThatOfTheChoice() throws Exception {
    run("feature", Samples.sampleCharts(90), "");
  }

  @Test
  @Tag("edge")
  void aSampleWithoutRowsIsDrawn() throws Exception {
    run("every", Samples.sampleCharts(0), "");
  }

  @Test
  @Tag("law")
  void smallMapsShowEveryPointInTheColorChosen() throws Exception {
    run("maps", List.of(Samples.maps(4, 120)), "\"marks\":\"119,119,119,119\"");
  }

  @Test
  @Tag("law")
  void tablesSort() throws Exception {
    run("sorted", List.of(Samples.table(7)), "");
  }

  @Test
  @Tag("quality")
  void aHundredThousandPointsArePainted() throws Exception {
    run("paint", List.of(Samples.map(100_000, 30)), "\"points\":100000,\"clusters\":31");
  }

  @Test
  @Tag("edge")
  void aViewWithoutDataSaysWhy() throws Exception {
    write("failed", "null", "");
    expectPass("failed");
  }

  private void run(String script, List<Chart> charts, String more) throws Exception {
    write(
        script,
        new ViewData("A title", List.of("A note <i>as it is</i>."), new ArrayList<>(charts))
            .toJson(),
        more);
    expectPass(script);
  }

  private void write(String script, String data, String more) throws IOException {
    String fixture =
        "{\"script\":\""
            + script
            + "\",\"data\":"
            + data
            + (more.isEmpty() ? "" : "," + more)
            + "}";
    Files.writeString(folder.resolve("chart.html"), Pages.chartPage());
    try (InputStream in = BrowserTest.class.getResourceAsStream("/browser/host.html")) {
      String host = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("host.html"),
          host.replace("/*FIXTURE*/", fixture).replace("/*PAGE*/", "chart.html"));
    }
  }

  private void expectPass(String script) throws Exception {
    Path dom = folder.resolve("dom.html");
    List<String> command =
        List.of(
            browser,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--allow-file-access-from-files",
            "--virtual-time-budget=20000",
            "--user-data-dir=" + folder.resolve("profile"),
            "--window-size=1200,1000",
            "--dump-dom",
            folder.resolve("host.html").toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the browser did not end");
    } finally {
      process.destroyForcibly();
    }
    Matcher result = RESULT.matcher(Files.readString(dom));
    assertTrue(result.find(), "the browser left no result");
    assertTrue(result.group(1).startsWith("PASS"), script + ": " + result.group(1));
  }
}

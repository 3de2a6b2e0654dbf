// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.scaling.ScalingMethod;
import io.github.recluster.core.stability.Stability;
import io.github.recluster.core.stability.StabilityModel;
import io.github.recluster.core.stability.StabilityOptions;
import io.github.recluster.core.stability.StableCluster;
import io.github.recluster.core.umap.UmapOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scales, then embeds and clusters many times, and agrees. */
final class StabilityStage implements Stage {
  private static final StabilityOptions DEFAULTS = StabilityOptions.DEFAULTS;

  @Override
  public String name() {
    return "stability";
  }

  @Override
  public String summary() {
    return "clusters with many seeds; writes the consensus label (-1 is unsure) and its sureness";
  }

  @Override
  public List<Option> options() {
    UmapOptions umap = DEFAULTS.umap();
    return List.of(
        Option.IN,
        Option.OUT,
        option("seeds", DEFAULTS.seeds(), "runs on all rows, each with its own seed"),
        new Option("seed", "" + DEFAULTS.firstSeed(), "the first of the seeds"),
        option("subsamples", DEFAULTS.subsamples(), "runs on half of the rows"),
        new Option("sweep", "0", "runs with each of the neighboring parameters"),
        new Option("clusters", "", "a CSV file for the clusters, judged"),
        option("neighbors", umap.neighbors(), "rows that a neighborhood holds"),
        option("components", umap.components(), "dimensions of the embedding"),
        UmapStage.METRIC,
        option("min-dist", umap.minDist(), "how close points may lie"),
        option("min-cluster-size", DEFAULTS.hdbscan().minClusterSize(), "fewest rows of a cluster"),
        option("min-samples", DEFAULTS.hdbscan().minSamples(), "neighbors, itself not counted"),
        new Option("method", "standard", "of scaling: standard, minmax, robust or quantile"),
        new Option("log1p", "false", "take log(1 + x) first: true, false, or names with commas"),
        Option.THREADS);
  }

  private static Option option(String name, Number value, String help) {
    return new Option(name, value.toString(), help);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    Optional<Path> clustersFile = arguments.optionalOutput("clusters");
    StabilityOptions options = options(arguments);
    ScalingMethod method = ScalingMethod.of(arguments.text("method"));
    NumberTable table = run.table(in);
    var scaling = ScaleStage.options(method, arguments.text("log1p"), table.names());
    StabilityModel model =
        run.fitting(
            () -> {
              Matrix scaled = ScaleStage.scale(table, scaling, run);
              return Stability.fit(scaled, options, run.parallel());
            });
    run.fact("clusters", String.valueOf(model.clusters().size()));
    run.fact("agreement_median", number(model.agreementMedian()));
    run.fact("agreement_worst", number(model.agreementWorst()));
    run.fact("clusters_per_run", Arrays.toString(model.clustersPerRun()).replace(" ", ""));
    model
        .steadiest()
        .ifPresent(
            s -> run.fact("steadiest", "[" + s.neighbors() + "," + s.minClusterSize() + "]"));
    int[] labels = model.labels();
    double[] sureness = model.sureness();
    run.writing(
        () -> {
          if (clustersFile.isPresent()) {
            writeClusters(clustersFile.get(), model.clusters(), run);
          }
          CsvWriter.write(
              out,
              List.of("label", "sureness"),
              labels.length,
              (i, cells) -> cells.add(labels[i]).add(sureness[i]),
              run.quiet());
        });
  }

  private static StabilityOptions options(Arguments arguments) {
    return DEFAULTS
        .withSweep(0) // not more than the seeds, whatever their number
        .withSeeds(arguments.whole("seeds"))
        .withFirstSeed(arguments.longWhole("seed"))
        .withSubsamples(arguments.whole("subsamples"))
        .withSweep(arguments.whole("sweep"))
        .withUmap(
            DEFAULTS
                .umap()
                .withNeighbors(arguments.whole("neighbors"))
                .withComponents(arguments.whole("components"))
                .withMetric(Metric.of(arguments.text("metric")))
                .withMinDist(arguments.number("min-dist")))
        .withHdbscan(
            DEFAULTS
                .hdbscan()
                .withMinClusterSize(arguments.whole("min-cluster-size"))
                .withMinSamples(arguments.whole("min-samples")));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static void writeClusters(Path file, List<StableCluster> clusters, Run run)
      throws IOException {
    CsvWriter.write(
        file,
        List.of("label", "size", "share", "jaccard_mean", "jaccard_worst", "verdict", "exemplar"),
        clusters.size(),
        (i, cells) -> {
          StableCluster c = clusters.get(i);
          cells.add(c.label()).add(c.size()).add(c.share());
          cells.add(c.jaccardMean()).add(c.jaccardWorst());
          cells.add(c.verdict().words()).add(c.exemplar());
        },
        run.quiet());
  }
}

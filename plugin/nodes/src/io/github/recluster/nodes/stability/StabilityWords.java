// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.stability.StabilityModel;
import io.github.recluster.core.stability.StabilityOptions;
import io.github.recluster.core.stability.SweptParameters;
import io.github.recluster.nodes.table.ClusterNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Cluster Stability says in sentences. */
final class StabilityWords {
  private static final double CLEARLY = 0.03;

  private StabilityWords() {}

  /** What the user should not miss. */
  static List<String> warnings(StabilityModel model) {
    List<String> warnings = new ArrayList<>();
    int found = model.clusters().size();
    if (found == 0) {
      warnings.add(
          "No cluster was found that half of the runs agree on: all rows are noise. A smaller minimum"
              + " cluster size (now "
              + model.options().hdbscan().minClusterSize()
              + ") finds smaller clusters.");
    } else if (model.options().subsamples() > 0 && model.steadyClusters() == 0) {
      warnings.add(
          "None of the "
              + found
              + " clusters comes back under other seeds and among other rows: they are one way to cut"
              + " the rows, and other rows would be cut elsewhere.");
    }
    island(model).ifPresent(warnings::add);
    return warnings;
  }

  /** That the clusters are an island and the rest, if they are. */
  private static Optional<String> island(StabilityModel model) {
    int rest = model.rest();
    if (rest == Labels.NOISE) {
      return Optional.empty();
    }
    int islands = model.clusters().size() - 1;
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The clusters are %s and the rest: %s holds %.0f %% of the rows. That is steady and says"
                + " little. Look inside the rest: keep the rows of %s, scale them again, and put them"
                + " through this node once more.",
            islands == 1 ? "an island" : islands + " islands",
            ClusterNames.of(rest),
            100 * model.clusters().get(rest).share(),
            ClusterNames.of(rest)));
  }

  /** How many of the clusters come back; that it is not known if no other rows were tried. */
  static String comeBack(StabilityModel model) {
    return model.options().subsamples() == 0
        ? "Whether clusters come back among other rows was not tried: there were no subsamples."
        : String.format(
            Locale.ROOT,
            "%,d of %,d clusters %s back.",
            model.steadyClusters(),
            model.clusters().size(),
            model.steadyClusters() == 1 ? "comes" : "come");
  }

  /** What the view says above its charts. */
  static List<String> notes(StabilityModel model) {
    StabilityOptions o = model.options();
    int[] counts = model.clustersPerRun();
    int fewest = Arrays.stream(counts).min().orElse(0);
    int most = Arrays.stream(counts).max().orElse(0);
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%s Seeds %d to %d find %s clusters; two of them agree with an"
                + " adjusted Rand index of %s (median; %s at worst; 1 is the same).",
            comeBack(model),
            o.firstSeed(),
            o.firstSeed() + o.seeds() - 1,
            fewest == most ? String.valueOf(most) : fewest + " to " + most,
            index(model.agreementMedian()),
            index(model.agreementWorst())));
    notes.addAll(warnings(model));
    steadiest(model).ifPresent(notes::add);
    return notes;
  }

  /** Which of the swept parameters are steadiest, if any were swept. */
  private static Optional<String> steadiest(StabilityModel model) {
    if (model.sweep().isEmpty()) {
      return Optional.empty();
    }
    Optional<SweptParameters> steadiest = model.steadiest();
    if (steadiest.isEmpty()) {
      return Optional.of("No parameters near these find more than an island and the rest.");
    }
    SweptParameters best = steadiest.get();
    String what =
        String.format(
            Locale.ROOT,
            "%d neighbors and minimum cluster size %d",
            best.neighbors(),
            best.minClusterSize());
    return Optional.of(
        !isSteadier(model, best)
            ? "None of the other parameters that were tried is clearly steadier."
            : String.format(
                Locale.ROOT,
                "Steadier parameters are near: %s (runs agree with %s, %d clusters).",
                what,
                index(best.agreementMedian()),
                best.clusters()));
  }

  /** An agreement in two digits: only what is the same is written as 1. */
  static String index(double agreement) {
    return agreement > 1 - 1e-9
        ? "1"
        : String.format(Locale.ROOT, "%.2f", Math.min(agreement, 0.99));
  }

  /** A few seeds do not tell two agreements apart that are nearly the same. */
  private static boolean isSteadier(StabilityModel model, SweptParameters best) {
    double asked =
        model.sweep().stream()
            .filter(model::isAsked)
            .mapToDouble(SweptParameters::agreementMedian)
            .findFirst()
            .orElse(Double.NaN);
    return !model.isAsked(best)
        && !(best.agreementMedian() < asked + CLEARLY)
        && !(best.agreementMedian() < model.agreementMedian() + CLEARLY); // of all seeds
  }
}

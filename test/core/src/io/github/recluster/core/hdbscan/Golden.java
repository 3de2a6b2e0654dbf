// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One table of golden/hdbscan: named lines of numbers. */
final class Golden {
  private final Map<String, String[]> lines = new HashMap<>();

  Golden(String table) {
    var stream = Golden.class.getResourceAsStream("/golden/hdbscan/" + table + ".txt");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ");
        lines.put(words[0], Arrays.copyOfRange(words, 1, words.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a line; none if there is no such line. */
  double[] numbers(String name) {
    return Arrays.stream(lines.getOrDefault(name, new String[0]))
        .mapToDouble(Golden::number)
        .toArray();
  }

  private static double number(String word) {
    return switch (word) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(word);
    };
  }

  int[] ints(String name) {
    return Arrays.stream(lines.get(name)).mapToInt(Integer::parseInt).toArray();
  }

  Matrix table(String name) {
    double[] values = numbers(name);
    int columns = ints("shape")[1];
    return Matrix.of(values.length / columns, columns, values);
  }

  SingleLinkageTree linkage() {
    return SingleLinkageTree.of(ints("shape")[0], ints("left"), ints("right"), numbers("distance"));
  }

  /** Case {@code name}: minClusterSize, leaf, epsilon, single, maxClusterSize, persistence. */
  HdbscanOptions options(String name) {
    double[] o = numbers(name + ".options");
    return HdbscanOptions.DEFAULTS
        .withMinSamples(ints("min_samples")[0])
        .withMinClusterSize((int) o[0])
        .withClusterSelectionMethod(
            o[1] == 1 ? ClusterSelectionMethod.LEAF : ClusterSelectionMethod.EOM)
        .withClusterSelectionEpsilon(o[2])
        .withAllowSingleCluster(o[3] == 1)
        .withMaxClusterSize((int) o[4])
        .withPersistenceThreshold(o[5]);
  }

  /** A model made of the golden linkage. */
  HdbscanModel model(String name) {
    Matrix x = table("x");
    int[] order = new int[x.rows()];
    Arrays.setAll(order, i -> i);
    double[] core = new double[x.rows()];
    return HdbscanModel.of(x, order, core, linkage(), options(name), Parallel.SERIAL);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.xgboost.XgboostJson;
import io.github.recluster.xgboost.XgboostModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with an XGBoost model a cluster: {@code 0.json}, {@code 1.json}, ….
 *
 * @param clusters rising
 * @param models one a cluster
 */
record ModelFolder(List<Integer> clusters, List<XgboostModel> models) {
  private static final String ENDING = ".json";

  /**
   * Writes one model a cluster, each file whole or not at all; models of other clusters, of an
   * earlier run, go.
   */
  static void write(
      Path folder, List<String> labels, List<TreeEnsemble> ensembles, List<String> features)
      throws IOException {
    Files.createDirectories(folder);
    for (int k = 0; k < labels.size(); k++) {
      XgboostModel model = new XgboostModel(ensembles.get(k), features);
      WholeFile.write(
          folder.resolve(labels.get(k) + ENDING),
          out -> XgboostJson.write(model, XgboostJson.Format.JSON, out));
    }
    keep(folder, labels);
  }

  /** Deletes the models of all other clusters; there may be no such folder. */
  static void keep(Path folder, List<String> labels) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (int cluster : clusters(folder)) {
      if (!labels.contains(String.valueOf(cluster))) {
        Files.delete(folder.resolve(cluster + ENDING));
      }
    }
  }

  /** The clusters that a folder has models of, rising. */
  private static List<Integer> clusters(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(0|[1-9]\\d{0,8})\\.json"))
          .map(name -> Integer.valueOf(name.substring(0, name.length() - ENDING.length())))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /**
   * Reads all models of a folder.
   *
   * @throws InputException if there is none
   */
  static ModelFolder read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputException("--models must be a folder, and " + folder + " is none");
    }
    List<Integer> clusters = clusters(folder);
    if (clusters.isEmpty()) {
      throw new InputException(folder + " must hold models such as 0.json, and holds none");
    }
    List<XgboostModel> models = new ArrayList<>();
    for (int cluster : clusters) {
      Path file = folder.resolve(cluster + ENDING);
      try (InputStream in = Files.newInputStream(file)) {
        models.add(XgboostJson.read(in));
      } catch (IOException e) {
        throw new InputException(file + ": " + e.getMessage());
      }
    }
    return new ModelFolder(clusters, models);
  }

  List<TreeEnsemble> ensembles() {
    return models.stream().map(XgboostModel::ensemble).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.xgboost.XgboostJson;
import io.github.recluster.xgboost.XgboostModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The classifiers of a model as files that XGBoost reads, one a cluster. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * The files' names: {@code xgboost-<label>.json}. Letters, digits, {@code .}, {@code _} and
   * {@code -} stay, all else becomes {@code _}; equal names, also of other case, get {@code -2},
   * {@code -3}.
   */
  public static List<String> names(List<String> labels, String ending) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String label : labels) {
      String base = "xgboost-" + label.replaceAll("[^\\p{L}\\p{N}._-]", "_");
      String name = base;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = base + "-" + n;
      }
      names.add(name + ending);
    }
    return names;
  }

  /** Writes a file; it is whole, or not there. */
  static void write(OneVsRestModel model, int cluster, XgboostJson.Format format, Path file)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        XgboostJson.write(new XgboostModel(model.ensemble(cluster), model.features()), format, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}

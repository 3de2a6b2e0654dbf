// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.xgboost.XgboostJson;
import io.github.recluster.xgboost.XgboostModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
  /** Of a label in a file's name; file systems take 255, and there is more to a name. */
  private static final int MOST_BYTES = 200;

  private ModelFiles() {}

  /**
   * The files' names: {@code xgboost-<label>.json}. Letters, digits, {@code .}, {@code _} and
   * {@code -} stay, all else becomes {@code _}; equal names, also of other case, get {@code -2},
   * {@code -3}. A label that is longer than a file system takes is cut.
   */
  public static List<String> names(List<String> labels, String ending) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String label : labels) {
      String base = "xgboost-" + cut(label.replaceAll("[^\\p{L}\\p{N}._-]", "_"));
      String name = base;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = base + "-" + n;
      }
      names.add(name + ending);
    }
    return names;
  }

  /** The first characters, as many as make {@link #MOST_BYTES} at most. */
  private static String cut(String label) {
    String text =
        label
            .codePoints()
            .limit(MOST_BYTES)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    while (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
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

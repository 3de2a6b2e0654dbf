// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.webui.WebNodeModel;
import io.github.recluster.xgboost.XgboostJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.util.FileUtil;

/** Writes each cluster's classifier as a file of XGBoost's own. */
final class OneVsRestWriterNodeModel extends WebNodeModel<OneVsRestWriterParameters> {
  OneVsRestWriterNodeModel() {
    super(
        OneVsRestWriterParameters.class,
        new PortType[] {OneVsRestModelPortObject.TYPE},
        new PortType[0]);
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) {
    return new PortObjectSpec[0];
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    OneVsRestModel model = ((OneVsRestModelPortObject) in[0]).model();
    Path folder = folder();
    String ending = "." + parameters().format.name().toLowerCase(Locale.ROOT);
    List<String> names = ModelFiles.names(model.labels(), ending);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new KNIMEException(
          "The folder \"" + parameters().folder + "\" can't be made: " + e + ". Choose another.",
          e);
    }
    if (parameters().existing == OneVsRestWriterParameters.Existing.FAIL) {
      refuseExisting(folder, names);
    }
    XgboostJson.Format format = XgboostJson.Format.valueOf(parameters().format.name());
    for (int k = 0; k < names.size(); k++) {
      exec.checkCanceled();
      exec.setProgress((double) k / names.size());
      try {
        ModelFiles.write(model, k, format, folder.resolve(names.get(k)));
      } catch (IOException e) {
        throw new KNIMEException(
            "The file \"" + names.get(k) + "\" can't be written into \"" + folder + "\": " + e, e);
      }
    }
    return new PortObject[0];
  }

  private Path folder() throws KNIMEException {
    String folder = parameters().folder.strip();
    try {
      Path path = FileUtil.resolveToPath(FileUtil.toURL(folder));
      if (path != null) {
        return path;
      }
    } catch (IOException | URISyntaxException | InvalidPathException e) {
      throw new KNIMEException(
          "The folder \"" + folder + "\" can't be found: " + e.getMessage() + ". Choose another.",
          e);
    }
    throw new KNIMEException(
        "The folder \"" + folder + "\" is not on this machine. Choose one that is.");
  }

  private static void refuseExisting(Path folder, List<String> names) throws KNIMEException {
    for (String name : names) {
      if (Files.exists(folder.resolve(name))) {
        throw new KNIMEException(
            "The file \""
                + name
                + "\" exists already in \""
                + folder
                + "\". Remove it, or choose to overwrite files in the dialog.");
      }
    }
  }
}

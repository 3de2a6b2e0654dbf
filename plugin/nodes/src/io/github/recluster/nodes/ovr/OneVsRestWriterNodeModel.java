// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.data.FileReason;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.webui.WebNodeModel;
import io.github.recluster.xgboost.XgboostJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
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
          "The folder \""
              + parameters().folder
              + "\" can't be made: "
              + FileReason.of(e)
              + ". Choose another.",
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
            "The file \""
                + names.get(k)
                + "\" can't be written into \""
                + folder
                + "\": "
                + FileReason.of(e)
                + ".",
            e);
      }
    }
    return new PortObject[0];
  }

  private Path folder() throws KNIMEException {
    String folder = parameters().folder.strip();
    try {
      URL url = FileUtil.toURL(folder);
      requireWhole(folder, url);
      Path path = FileUtil.resolveToPath(url);
      if (path != null) {
        return path;
      }
    } catch (IOException e) {
      throw notFound(folder, FileReason.of(e), e);
    } catch (URISyntaxException | IllegalArgumentException e) { // no name of a folder
      throw notFound(folder, e.getMessage(), e);
    }
    throw new KNIMEException(
        "The folder \"" + folder + "\" is not on this machine. Choose one that is.");
  }

  private static KNIMEException notFound(String folder, String reason, Exception e) {
    return new KNIMEException(
        "The folder \"" + folder + "\" can't be found: " + reason + ". Choose another.", e);
  }

  /** A path that begins nowhere would end in the folder that KNIME was started in. */
  private static void requireWhole(String folder, URL url) throws KNIMEException {
    boolean isPath =
        url.getProtocol().equals("file") && !folder.regionMatches(true, 0, "file:", 0, 5);
    if (isPath && !Path.of(folder).isAbsolute()) {
      throw new KNIMEException(
          "The folder \""
              + folder
              + "\" is no whole path. Give one, or an address such as"
              + " knime://knime.workflow/data.");
    }
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

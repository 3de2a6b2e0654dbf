// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.io.IOException;
import java.nio.file.Path;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortUtil;

/** Model Reader: an object from a file. */
final class ModelReader extends SettingsNodeModel {
  ModelReader() {
    super(new PortType[0], new PortType[] {PortObject.TYPE});
  }

  @Override
  protected PortObjectSpec[] configure(PortObjectSpec[] specs) {
    return new PortObjectSpec[1];
  }

  @Override
  protected PortObject[] execute(PortObject[] objects, ExecutionContext exec) throws Exception {
    Path file = new FileChooser(settings().getNodeSettings("filechooser")).existing();
    try {
      return new PortObject[] {PortUtil.readObjectFromFile(file.toFile(), exec)};
    } catch (IOException e) {
      throw new IOException(
          "The file '" + file + "' is damaged, or not a model file: " + e.getMessage(), e);
    }
  }
}

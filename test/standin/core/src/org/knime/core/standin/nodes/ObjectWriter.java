// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import org.knime.core.data.image.ImageValue;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.image.ImagePortObject;

/** Model Writer and Image Writer (Port): an object into a file. */
final class ObjectWriter extends SettingsNodeModel {
  private final boolean image;

  private ObjectWriter(PortType type, boolean image) {
    super(new PortType[] {type}, new PortType[0]);
    this.image = image;
  }

  static ObjectWriter image() {
    return new ObjectWriter(ImagePortObject.TYPE, true);
  }

  static ObjectWriter model() {
    return new ObjectWriter(PortObject.TYPE, false);
  }

  @Override
  protected PortObjectSpec[] configure(PortObjectSpec[] specs) {
    return new PortObjectSpec[0];
  }

  @Override
  protected PortObject[] execute(PortObject[] objects, ExecutionContext exec) throws Exception {
    new FileChooser(settings().getNodeSettings("filechooser"))
        .write(
            out -> {
              if (image) {
                ImageValue value = (ImageValue) ((ImagePortObject) objects[0]).toDataCell();
                value.getImageContent().save(out);
              } else {
                PortUtil.writeObjectToStream(objects[0], out, exec);
              }
            });
    return new PortObject[0];
  }
}

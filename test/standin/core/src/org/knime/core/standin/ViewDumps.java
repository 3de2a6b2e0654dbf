// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.osgi.framework.Bundle;

/**
 * For tests: where the system property {@code recluster.standin.views} names a folder, each
 * executed node leaves its view, the views of its ports and its pictures there, in a folder of its
 * own.
 */
final class ViewDumps {
  private static final NodeLogger LOGGER = NodeLogger.getLogger(ViewDumps.class);
  private final Path folder;
  private final Class<?> dump;

  private ViewDumps(Path folder, Class<?> dump) {
    this.folder = folder;
    this.dump = dump;
  }

  static ViewDumps create() {
    String folder = System.getProperty("recluster.standin.views");
    if (folder == null) {
      return new ViewDumps(null, null);
    }
    return new ViewDumps(Path.of(folder), dump());
  }

  /** The writer of web views, which the stand-in for KNIME's user interface brings. */
  private static Class<?> dump() {
    String name = "org.knime.core.standin.ViewDump";
    try {
      Bundle bundle = Platform.getBundle("org.knime.core.ui");
      return bundle == null ? Class.forName(name) : bundle.loadClass(name);
    } catch (ClassNotFoundException e) {
      LOGGER.warn("No views are written: " + e.getMessage());
      return null;
    }
  }

  void write(WorkflowNode node, PortObject[] made) {
    if (folder == null) {
      return;
    }
    Path own = folder.resolve(node.label());
    try {
      Files.createDirectories(own);
      for (int i = 0; i < made.length; i++) {
        writePort(made[i], own, i);
      }
      if (dump != null) {
        dump.getMethod("ofNode", NodeFactory.class, NodeModel.class, Path.class)
            .invoke(null, node.node.getFactory(), node.node.getNodeModel(), own);
      }
    } catch (IOException | ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException("The view can't be written: " + cause, cause);
    }
  }

  private void writePort(PortObject object, Path own, int index)
      throws IOException, ReflectiveOperationException {
    if (object instanceof ImagePortObject) {
      ImageValue image = (ImageValue) ((ImagePortObject) object).toDataCell();
      Path file = own.resolve("port-" + index + "." + image.getImageExtension());
      try (var out = Files.newOutputStream(file)) {
        image.getImageContent().save(out);
      }
    } else if (dump != null) {
      dump.getMethod("ofPort", PortObject.class, Path.class)
          .invoke(null, object, own.resolve("port-" + index));
    }
  }
}

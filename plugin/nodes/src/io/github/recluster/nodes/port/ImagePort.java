// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** A picture at a node's last output. */
public final class ImagePort {
  private ImagePort() {}

  /** What is known of the picture before it is drawn: it is a PNG. */
  public static ImagePortObjectSpec spec() {
    return new ImagePortObjectSpec(PNGImageContent.TYPE);
  }

  /** The picture. */
  public static ImagePortObject png(byte[] bytes) {
    return new ImagePortObject(new PNGImageContent(bytes), spec());
  }
}

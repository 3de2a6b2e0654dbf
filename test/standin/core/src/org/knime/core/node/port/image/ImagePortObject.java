// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A picture at a port. */
public class ImagePortObject extends AbstractPortObject {
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);
  public static final PortType TYPE_OPTIONAL =
      PortTypeRegistry.getInstance().getPortType(ImagePortObject.class, true);
  private ImageContent content;
  private ImagePortObjectSpec spec;

  public ImagePortObject() {}

  public ImagePortObject(ImageContent content, ImagePortObjectSpec spec) {
    this.content = content;
    this.spec = spec;
  }

  public DataCell toDataCell() {
    return content.toImageCell();
  }

  @Override
  public String getSummary() {
    return content.getSummary();
  }

  @Override
  public ImagePortObjectSpec getSpec() {
    return spec;
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  @Override
  protected void save(PortObjectZipOutputStream out, ExecutionMonitor monitor) throws IOException {
    out.putNextEntry(new ZipEntry("content.png"));
    content.save(out);
  }

  @Override
  protected void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
      throws IOException {
    in.getNextEntry();
    content = new PNGImageContent(in);
    this.spec = (ImagePortObjectSpec) spec;
  }

  /** Writes and reads the picture. */
  public static final class Serializer extends AbstractPortObjectSerializer<ImagePortObject> {
    public Serializer() {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** A PNG picture, kept as its bytes. */
public class PNGImageContent implements ImageContent {
  public static final DataType TYPE = DataType.getType(PNGImageCell.class);
  private final byte[] bytes;

  public PNGImageContent(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public PNGImageContent(InputStream in) throws IOException {
    this.bytes = in.readAllBytes();
  }

  public byte[] getByteArray() {
    return bytes.clone();
  }

  private BufferedImage decode() {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("Not a PNG picture", e);
    }
  }

  @Override
  public void paint(Graphics2D graphics, int width, int height) {
    graphics.drawImage(decode(), 0, 0, width, height, null);
  }

  @Override
  public Dimension getPreferredSize() {
    BufferedImage image = decode();
    return new Dimension(image.getWidth(), image.getHeight());
  }

  @Override
  public DataCell toImageCell() {
    return new PNGImageCell(this);
  }

  @Override
  public void save(OutputStream out) throws IOException {
    out.write(bytes);
  }

  @Override
  public String getSummary() {
    return "PNG image, " + bytes.length + " bytes";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PNGImageContent
        && Arrays.equals(bytes, ((PNGImageContent) other).bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}

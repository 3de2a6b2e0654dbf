// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The paper that a chart is drawn on: title and caption at the top, below them the free {@link
 * #body}. Lengths are those of a sheet of about 1,200 × 800, whatever its size in pixels; every
 * text is cut to the width it is given, so none runs into another.
 */
final class Sheet {
  static final Color INK = new Color(0x1F2A37);
  static final Color MUTED = new Color(0x667085);
  static final Color LINE = new Color(0xE4E7EC);
  static final Color QUIET = new Color(0xD5DAE1);
  static final Color ACCENT = new Color(0x0072B2);
  static final int SMALL = 11;
  static final int NORMAL = 13;
  private static final int MARGIN = 32;
  private static final int SMALLEST = 80;

  /** Where a text stands relative to its point. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  private final BufferedImage image;
  private final Graphics2D g;
  private final double width;
  private Rectangle2D.Double body;

  /** A sheet with the chart's title and caption. */
  Sheet(Chart chart, int pixelWidth, int pixelHeight) {
    if (pixelWidth < SMALLEST || pixelHeight < SMALLEST) {
      throw new IllegalArgumentException(
          "width and height must be at least "
              + SMALLEST
              + ", got "
              + pixelWidth
              + " × "
              + pixelHeight);
    }
    image = new BufferedImage(pixelWidth, pixelHeight, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double scale = Math.max(0.5, Math.min(pixelWidth / 1200.0, pixelHeight / 800.0));
    g.scale(scale, scale);
    width = pixelWidth / scale;
    double height = pixelHeight / scale;
    fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
    double y = MARGIN + 16;
    text(chart.title(), MARGIN, y, width - 2 * MARGIN, Align.LEFT, 20, true, INK);
    for (String line : wrap(chart.caption(), width - 2 * MARGIN, NORMAL, 3)) {
      y += y < MARGIN + 20 ? 26 : 19;
      text(line, MARGIN, y, width - 2 * MARGIN, Align.LEFT, NORMAL, false, MUTED);
    }
    body = new Rectangle2D.Double(MARGIN, y + 22, width - 2 * MARGIN, height - y - 22 - MARGIN);
  }

  /** What is free to draw on. */
  Rectangle2D.Double body() {
    return body;
  }

  /** Writes a remark at the bottom, such as what was left out, and takes its room from the body. */
  void footnote(String remark) {
    text(
        remark, body.x, body.y + body.height + 10, body.width, Align.LEFT, SMALL + 1, false, MUTED);
    body = new Rectangle2D.Double(body.x, body.y, body.width, body.height - 14);
  }

  /** Says in the middle that there is nothing to draw. */
  byte[] nothing(String why) {
    text(why, body.getCenterX(), body.getCenterY(), body.width, Align.CENTER, 15, false, MUTED);
    return png();
  }

  void fill(Shape shape, Color color) {
    g.setColor(color);
    g.fill(shape);
  }

  void bar(double x, double y, double w, double h, Color color) {
    fill(new Rectangle2D.Double(x, y, w, h), color);
  }

  void dot(double x, double y, double radius, Color color) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
  }

  void line(double x1, double y1, double x2, double y2, Color color) {
    draw(new Line2D.Double(x1, y1, x2, y2), color, 1);
  }

  void draw(Shape shape, Color color, double strokeWidth) {
    g.setStroke(new BasicStroke((float) strokeWidth));
    g.setColor(color);
    g.draw(shape);
  }

  /** A small triangle, pointing up or down. */
  void triangle(double x, double y, double size, boolean up, Color color) {
    var path = new Path2D.Double();
    double tip = up ? -size : size;
    path.moveTo(x - size, y - tip * 0.7);
    path.lineTo(x + size, y - tip * 0.7);
    path.lineTo(x, y + tip * 0.9);
    path.closePath();
    fill(path, color);
  }

  void text(
      String text,
      double x,
      double y,
      double room,
      Align align,
      int size,
      boolean bold,
      Color color) {
    String fitted = fit(text, room, size, bold);
    double shift =
        align == Align.LEFT ? 0 : measure(fitted, size, bold) / (align == Align.CENTER ? 2 : 1);
    g.setFont(font(size, bold));
    g.setColor(color);
    g.drawString(fitted, (float) (x - shift), (float) y);
  }

  /** What explains: a tick, a note. */
  void small(String text, double x, double y, double room, Align align) {
    text(text, x, y, room, align, SMALL, false, MUTED);
  }

  /** The name of an axis, around its middle. */
  void axisName(String text, double x, double y, double room) {
    text(text, x, y, room, Align.CENTER, SMALL + 1, false, MUTED);
  }

  /** The name of a part of the chart. */
  void heading(String text, double x, double y, double room) {
    text(text, x, y, room, Align.LEFT, NORMAL, true, INK);
  }

  /** A text with a white rim, readable on points. */
  void label(String text, double x, double y, int size) {
    var glyphs = font(size, true).createGlyphVector(g.getFontRenderContext(), text);
    Shape outline =
        glyphs.getOutline(
            (float) (x - glyphs.getLogicalBounds().getWidth() / 2), (float) (y + size * 0.36));
    draw(outline, new Color(255, 255, 255, 230), 4);
    fill(outline, INK);
  }

  /** The name of an axis, turned a quarter to the left. */
  void verticalName(String text, double x, double y, double room) {
    var before = g.getTransform();
    g.rotate(-Math.PI / 2, x, y);
    axisName(text, x, y, room);
    g.setTransform(before);
  }

  double measure(String text, int size, boolean bold) {
    return font(size, bold).getStringBounds(text, g.getFontRenderContext()).getWidth();
  }

  /** The text, or as much of it as there is room for, and an ellipsis. */
  String fit(String text, double room, int size, boolean bold) {
    if (measure(text, size, bold) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (measure(text.substring(0, middle) + "…", size, bold) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
  }

  private List<String> wrap(String text, double room, int size, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
      if (!line.isEmpty()
          && measure(line + " " + word, size, false) > room
          && lines.size() < most - 1) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static Font font(int size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
  }

  /** The finished sheet. */
  byte[] png() {
    g.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

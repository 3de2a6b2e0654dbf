// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.webui.page.Resource;

/** A file of a page, from wherever it comes. */
public final class PageResource implements Resource {
  private final String path;
  private final Source source;
  private final boolean isStatic;
  private final Charset charset;

  public PageResource(String path, Source source, boolean isStatic, Charset charset) {
    this.path = path;
    this.source = source;
    this.isStatic = isStatic;
    this.charset = charset;
  }

  /** A text. */
  public static PageResource ofString(String path, Supplier<String> text, Charset charset) {
    return new PageResource(
        path, () -> new ByteArrayInputStream(text.get().getBytes(charset)), false, charset);
  }

  /** A file in the bundle of a class. */
  public static PageResource ofFile(Class<?> clazz, String basePath, String path) {
    return new PageResource(
        path,
        () -> {
          InputStream in = open(clazz, basePath, path);
          if (in == null) {
            throw new FileNotFoundException(
                "no file %s/%s in the bundle of %s".formatted(basePath, path, clazz.getName()));
          }
          return in;
        },
        true,
        null);
  }

  /** Null where there is none. */
  public static InputStream open(Class<?> clazz, String basePath, String path) {
    return clazz.getResourceAsStream("/" + basePath + "/" + path);
  }

  @Override
  public String getRelativePath() {
    return path;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return source.open();
  }

  @Override
  public boolean isStatic() {
    return isStatic;
  }

  @Override
  public ContentType getContentType() {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "html" -> ContentType.HTML;
      case "js" -> ContentType.SHADOW_APP;
      case "svg" -> ContentType.SVG;
      case "png" -> ContentType.PNG;
      default -> throw new IllegalArgumentException("a page must be html, js, svg or png: " + path);
    };
  }

  @Override
  public Optional<Charset> getCharset() {
    return Optional.ofNullable(charset);
  }

  /** Opens the file. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }
}

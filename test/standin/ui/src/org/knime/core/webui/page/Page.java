// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.standin.PageResource;

/** A web page and the files it needs. */
public class Page implements Resource, FluentNodeAPI {
  protected final Map<String, Resource> m_resources = new LinkedHashMap<>();
  protected boolean m_isCompletelyStatic;
  private final Map<String, Function<String, InputStream>> directories = new LinkedHashMap<>();
  private final Resource main;

  protected Page(Resource pageResource, boolean isCompletelyStatic) {
    main = pageResource;
    m_isCompletelyStatic = isCompletelyStatic;
  }

  public static RequireFromFileOrString create() {
    return new PageStart();
  }

  public Page addResource(Supplier<InputStream> source, String relativePath) {
    return put(new PageResource(relativePath, source::get, false, null));
  }

  public Page addResourceFromString(Supplier<String> source, String relativePath) {
    return put(PageResource.ofString(relativePath, source, StandardCharsets.UTF_8));
  }

  public Page addResources(
      Function<String, InputStream> source, String relativePathPrefix, boolean areStatic) {
    directories.put(relativePathPrefix + "/", source);
    m_isCompletelyStatic &= areStatic;
    return this;
  }

  public Optional<Resource> getResource(String relativePath) {
    Resource known = m_resources.get(relativePath);
    if (known != null) {
      return Optional.of(known);
    }
    for (var directory : directories.entrySet()) {
      if (relativePath.startsWith(directory.getKey())) {
        String rest = relativePath.substring(directory.getKey().length());
        InputStream found = directory.getValue().apply(rest);
        return Optional.ofNullable(found)
            .map(in -> new PageResource(relativePath, () -> in, false, null));
      }
    }
    return Optional.empty();
  }

  @Override
  public String getRelativePath() {
    return main.getRelativePath();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return main.getInputStream();
  }

  @Override
  public boolean isStatic() {
    return main.isStatic();
  }

  @Override
  public ContentType getContentType() {
    return main.getContentType();
  }

  @Override
  public Optional<Charset> getCharset() {
    return main.getCharset();
  }

  private Page put(PageResource resource) {
    m_resources.put(resource.getRelativePath(), resource);
    m_isCompletelyStatic = false;
    return this;
  }

  /** The first choice: a file of a bundle, or a text. */
  public interface RequireFromFileOrString {
    RequireBundle fromFile();

    default RequireRelativePath fromString(StringSupplier pageContent) {
      return fromString(pageContent, StandardCharsets.UTF_8);
    }

    RequireRelativePath fromString(StringSupplier pageContent, Charset charset);

    RequireRelativePath fromString(InputStreamSupplier pageContent, Charset charset);
  }

  /** Then the bundle. */
  public interface RequireBundle {
    RequireBasePath bundleClass(Class<?> clazz);
  }

  /** Then the folder. */
  public interface RequireBasePath {
    RequireRelativeFilePath basePath(String basePath);
  }

  /** Then the file in it. */
  public interface RequireRelativeFilePath {
    FromFilePage relativeFilePath(String relativeFilePath);
  }

  /** Or the name of the text. */
  public interface RequireRelativePath {
    Page relativePath(String relativePath);
  }

  /** Gives a page as text. */
  @FunctionalInterface
  public interface StringSupplier extends Supplier<String> {}

  /** Gives a page as bytes. */
  @FunctionalInterface
  public interface InputStreamSupplier extends Supplier<InputStream> {}

  private static final class PageStart implements RequireFromFileOrString {
    @Override
    public RequireBundle fromFile() {
      return clazz ->
          basePath -> relativeFilePath -> new FromFilePage(clazz, basePath, relativeFilePath);
    }

    @Override
    public RequireRelativePath fromString(StringSupplier content, Charset charset) {
      return fromString(
          (InputStreamSupplier) () -> new ByteArrayInputStream(content.get().getBytes(charset)),
          charset);
    }

    @Override
    public RequireRelativePath fromString(InputStreamSupplier content, Charset charset) {
      return path -> new Page(new PageResource(path, content::get, false, charset), false);
    }
  }
}

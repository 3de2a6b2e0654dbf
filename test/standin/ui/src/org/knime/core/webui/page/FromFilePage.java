// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.standin.PageResource;

/** A page that lies as a file in a bundle. */
public class FromFilePage extends Page {
  private final Class<?> clazz;
  private final String basePath;

  FromFilePage(Class<?> clazz, String basePath, String relativePath) {
    super(PageResource.ofFile(clazz, basePath, relativePath), true);
    this.clazz = clazz;
    this.basePath = basePath;
  }

  protected FromFilePage(FromFilePage other) {
    this(other.clazz, other.basePath, other.getRelativePath());
    m_resources.putAll(other.m_resources);
  }

  @Override
  public FromFilePage addResource(Supplier<InputStream> source, String relativePath) {
    super.addResource(source, relativePath);
    return this;
  }

  @Override
  public FromFilePage addResourceFromString(Supplier<String> source, String relativePath) {
    super.addResourceFromString(source, relativePath);
    return this;
  }

  @Override
  public FromFilePage addResources(
      Function<String, InputStream> source, String relativePathPrefix, boolean areStatic) {
    super.addResources(source, relativePathPrefix, areStatic);
    return this;
  }
}

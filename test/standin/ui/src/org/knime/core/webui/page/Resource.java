// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file that a page consists of. */
public interface Resource {
  String getRelativePath();

  InputStream getInputStream() throws IOException;

  boolean isStatic();

  ContentType getContentType();

  default Optional<Charset> getCharset() {
    return Optional.empty();
  }

  /** What the file is, by the ending of its name. */
  enum ContentType {
    HTML,
    SHADOW_APP,
    SVG,
    PNG
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** Where a spec is read from. */
public class PortObjectSpecZipInputStream extends ZipInputStream {
  PortObjectSpecZipInputStream(InputStream in) {
    super(in);
  }
}

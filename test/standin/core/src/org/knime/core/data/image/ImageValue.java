// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** A picture in a cell. */
public interface ImageValue extends DataValue {
  ImageContent getImageContent();

  String getImageExtension();
}

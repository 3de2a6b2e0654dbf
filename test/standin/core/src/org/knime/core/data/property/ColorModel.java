// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.property;

import org.knime.core.data.DataCell;
import org.knime.core.node.config.ConfigWO;

/** Which color a value has. */
public interface ColorModel {
  ColorAttr getColorAttr(DataCell cell);

  void save(ConfigWO config);
}

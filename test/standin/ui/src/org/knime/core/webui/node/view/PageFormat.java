// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view;

/** The shape that a view asks for. */
public enum PageFormat {
  ASPECT_RATIO_4BY3,
  AUTO
}

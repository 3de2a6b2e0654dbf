// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui;

import org.knime.core.webui.page.Page;

/** Something with a page: a dialog, a view. */
public interface UIExtension {
  Page getPage();
}

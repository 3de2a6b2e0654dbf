// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

/** A page that several nodes share. */
public final class ReusablePage extends FromFilePage {
  private final String pageId;

  ReusablePage(FromFilePage page, String pageId) {
    super(page);
    this.pageId = pageId;
  }

  public String getPageId() {
    return pageId;
  }
}

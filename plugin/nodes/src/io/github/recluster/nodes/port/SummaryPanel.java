// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The port view of KNIME's classic user interface: a name and a text. */
final class SummaryPanel {
  private SummaryPanel() {}

  static JComponent of(String name, String text) {
    JTextArea area = new JTextArea(text);
    area.setEditable(false);
    JComponent panel = new JScrollPane(area);
    panel.setName(name);
    return panel;
  }
}

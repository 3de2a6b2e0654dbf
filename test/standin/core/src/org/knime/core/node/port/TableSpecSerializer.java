// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

/** A table's spec as XML. */
final class TableSpecSerializer extends PortObjectSpec.PortObjectSpecSerializer<DataTableSpec> {
  @Override
  public void savePortObjectSpec(DataTableSpec spec, PortObjectSpecZipOutputStream out)
      throws IOException {
    ModelContent content = new ModelContent("spec.xml");
    spec.save(content);
    out.putNextEntry(PortUtil.entry("spec.xml"));
    content.saveToXML(PortUtil.open(out));
  }

  @Override
  public DataTableSpec loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
    PortUtil.expect(in.getNextEntry(), "spec.xml");
    try {
      return DataTableSpec.load(ModelContent.loadFromXML(PortUtil.open(in)));
    } catch (InvalidSettingsException e) {
      throw new IOException("Unable to load the table spec: " + e.getMessage(), e);
    }
  }
}

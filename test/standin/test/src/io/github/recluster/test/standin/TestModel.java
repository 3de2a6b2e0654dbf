// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A model of a few bytes, learned on the columns of a table. */
public final class TestModel extends AbstractPortObject {
  public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(TestModel.class);
  private byte[] bytes;
  private DataTableSpec spec;

  public TestModel() {}

  TestModel(DataTableSpec spec, byte... bytes) {
    this.spec = spec;
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public String getSummary() {
    return bytes.length + " bytes";
  }

  @Override
  public DataTableSpec getSpec() {
    return spec;
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  @Override
  protected void save(PortObjectZipOutputStream out, ExecutionMonitor monitor) throws IOException {
    out.putNextEntry(new ZipEntry("model.bin"));
    out.write(bytes);
  }

  @Override
  protected void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
      throws IOException {
    if (!in.getNextEntry().getName().equals("model.bin")) {
      throw new IOException("no model.bin");
    }
    this.bytes = in.readAllBytes();
    this.spec = (DataTableSpec) spec;
  }

  /** Writes and reads it. */
  public static final class Serializer extends AbstractPortObjectSerializer<TestModel> {
    public Serializer() {}
  }
}

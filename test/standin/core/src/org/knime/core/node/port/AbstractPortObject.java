// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** An object that writes itself into a zip stream, after an entry that names its class. */
public abstract class AbstractPortObject implements PortObject {
  public AbstractPortObject() {}

  protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException;

  protected abstract void load(
      PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException;

  /** Writes the class name, then lets the object write. */
  public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
      extends PortObject.PortObjectSerializer<T> {
    public AbstractPortObjectSerializer() {}

    @Override
    public void savePortObject(T object, PortObjectZipOutputStream out, ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
      ModelContent meta = new ModelContent("meta.xml");
      meta.addInt("version", 1);
      meta.addString("class_name", object.getClass().getName());
      out.putNextEntry(PortUtil.entry("meta.xml"));
      meta.saveToXML(PortUtil.open(out));
      object.save(out, monitor);
    }

    @Override
    public T loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
      PortUtil.expect(in.getNextEntry(), "meta.xml");
      ModelContentRO meta = ModelContent.loadFromXML(PortUtil.open(in));
      try {
        T object = PortUtil.create(getClass(), meta.getString("class_name"));
        object.load(in, spec, monitor);
        return object;
      } catch (InvalidSettingsException e) {
        throw new IOException("meta.xml names no class", e);
      }
    }
  }
}

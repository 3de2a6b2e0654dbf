// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A small object that fits into a tree of values. */
public abstract class AbstractSimplePortObject implements PortObject {
  public AbstractSimplePortObject() {}

  protected abstract void save(ModelContentWO model, ExecutionMonitor monitor)
      throws CanceledExecutionException;

  protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor monitor)
      throws InvalidSettingsException, CanceledExecutionException;

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  /** Writes the tree as XML. */
  public abstract static class AbstractSimplePortObjectSerializer<
          T extends AbstractSimplePortObject>
      extends PortObject.PortObjectSerializer<T> {
    public AbstractSimplePortObjectSerializer() {}

    @Override
    public void savePortObject(T object, PortObjectZipOutputStream out, ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
      ModelContent content = new ModelContent("model.xml");
      content.addInt("version", 1);
      content.addString("class_name", object.getClass().getName());
      object.save(content.addModelContent("model"), monitor);
      out.putNextEntry(PortUtil.entry("content.xml"));
      content.saveToXML(PortUtil.open(out));
    }

    @Override
    public T loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
      PortUtil.expect(in.getNextEntry(), "content.xml");
      ModelContentRO content = ModelContent.loadFromXML(PortUtil.open(in));
      try {
        T object = PortUtil.create(getClass(), content.getString("class_name"));
        object.load(content.getModelContent("model"), spec, monitor);
        return object;
      } catch (InvalidSettingsException e) {
        throw new IOException("Unable to load the model: " + e.getMessage(), e);
      }
    }
  }
}

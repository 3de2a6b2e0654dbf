// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that fits into a tree of values. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
  public AbstractSimplePortObjectSpec() {}

  protected abstract void save(ModelContentWO model);

  protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  private ModelContent content() {
    ModelContent content = new ModelContent("model");
    save(content);
    return content;
  }

  @Override
  public boolean equals(Object other) {
    return other != null
        && getClass() == other.getClass()
        && content().equals(((AbstractSimplePortObjectSpec) other).content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }

  /** Writes the tree as XML. */
  public abstract static class AbstractSimplePortObjectSpecSerializer<
          T extends AbstractSimplePortObjectSpec>
      extends PortObjectSpec.PortObjectSpecSerializer<T> {
    public AbstractSimplePortObjectSpecSerializer() {}

    @Override
    public void savePortObjectSpec(T spec, PortObjectSpecZipOutputStream out) throws IOException {
      ModelContent content = new ModelContent("model.xml");
      content.addInt("version", 1);
      content.addString("class_name", spec.getClass().getName());
      spec.save(content.addModelContent("model"));
      out.putNextEntry(PortUtil.entry("content.xml"));
      content.saveToXML(PortUtil.open(out));
    }

    @Override
    public T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
      PortUtil.expect(in.getNextEntry(), "content.xml");
      ModelContentRO content = ModelContent.loadFromXML(PortUtil.open(in));
      try {
        T spec = PortUtil.create(getClass(), content.getString("class_name"));
        spec.load(content.getModelContent("model"));
        return spec;
      } catch (InvalidSettingsException e) {
        throw new IOException("Unable to load the spec: " + e.getMessage(), e);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Which kind of picture comes. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {
  private DataType type;

  public ImagePortObjectSpec() {}

  public ImagePortObjectSpec(DataType type) {
    this.type = type;
  }

  @Override
  protected void save(ModelContentWO model) {
    model.addDataType("type", type);
  }

  @Override
  protected void load(ModelContentRO model) throws InvalidSettingsException {
    type = model.getDataType("type");
  }

  /** Writes and reads the spec. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {
    public Serializer() {}
  }
}

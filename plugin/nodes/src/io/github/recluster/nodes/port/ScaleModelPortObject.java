// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import io.github.recluster.core.scaling.ScalerModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A Scale model as a port. */
public final class ScaleModelPortObject extends ModelPortObject<ScalerModel> {
  /** The type of the port. */
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(ScaleModelPortObject.class);

  /** For loading. */
  public ScaleModelPortObject() {}

  /** A model and what is known of it. */
  public ScaleModelPortObject(ScaleModelPortObjectSpec spec, ScalerModel model) {
    super(spec, model);
  }

  @Override
  protected void write(ScalerModel model, OutputStream out) throws IOException {
    model.write(out);
  }

  @Override
  protected ScalerModel read(InputStream in) throws IOException {
    return ScalerModel.read(in);
  }

  @Override
  public ScaleModelPortObjectSpec getSpec() {
    return (ScaleModelPortObjectSpec) super.getSpec();
  }

  @Override
  public String getSummary() {
    return String.format(
        Locale.ROOT,
        "Scale model (%s): %,d columns from %,d",
        model().options().method().label(),
        model().columns().size(),
        model().inputNames().length);
  }

  /** Saves and loads. */
  public static final class Serializer extends AbstractPortObjectSerializer<ScaleModelPortObject> {}
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import io.github.recluster.core.umap.UmapModel;
import io.github.recluster.nodes.run.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A UMAP model as a port. */
public final class UmapModelPortObject extends ModelPortObject<UmapModel> {
  /** The type of the port. */
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(UmapModelPortObject.class);

  /** For loading. */
  public UmapModelPortObject() {}

  /** A model and what is known of it. */
  public UmapModelPortObject(UmapModelPortObjectSpec spec, UmapModel model) {
    super(spec, model);
  }

  @Override
  protected void write(UmapModel model, OutputStream out) throws IOException {
    model.write(out);
  }

  @Override
  protected UmapModel read(InputStream in) throws IOException {
    return UmapModel.read(in);
  }

  @Override
  public UmapModelPortObjectSpec getSpec() {
    return (UmapModelPortObjectSpec) super.getSpec();
  }

  @Override
  public String getSummary() {
    return "UMAP model: "
        + Count.of(model().rows(), "row")
        + ", "
        + Count.of(model().dimensions(), "feature")
        + " to "
        + Count.of(model().options().components(), "dimension")
        + ", "
        + Count.of(model().options().neighbors(), "neighbor")
        + ", "
        + model().options().metric().id();
  }

  /** Saves and loads. */
  public static final class Serializer extends AbstractPortObjectSerializer<UmapModelPortObject> {}
}

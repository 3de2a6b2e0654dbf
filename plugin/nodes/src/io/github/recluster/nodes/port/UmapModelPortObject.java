// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import io.github.recluster.core.umap.UmapModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
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
    return String.format(
        Locale.ROOT,
        "UMAP model: %,d rows, %,d features to %,d dimensions, %,d neighbors, %s",
        model().rows(),
        model().dimensions(),
        model().options().components(),
        model().options().neighbors(),
        model().options().metric().id());
  }

  /** Saves and loads. */
  public static final class Serializer extends AbstractPortObjectSerializer<UmapModelPortObject> {}
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.nodes.run.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** An HDBSCAN model as a port. */
public final class HdbscanModelPortObject extends ModelPortObject<HdbscanModel> {
  /** The type of the port. */
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(HdbscanModelPortObject.class);

  /** For loading. */
  public HdbscanModelPortObject() {}

  /** A model and what is known of it. */
  public HdbscanModelPortObject(HdbscanModelPortObjectSpec spec, HdbscanModel model) {
    super(spec, model);
  }

  @Override
  protected void write(HdbscanModel model, OutputStream out) throws IOException {
    model.write(out);
  }

  @Override
  protected HdbscanModel read(InputStream in) throws IOException {
    return HdbscanModel.read(in);
  }

  @Override
  public HdbscanModelPortObjectSpec getSpec() {
    return (HdbscanModelPortObjectSpec) super.getSpec();
  }

  @Override
  public String getSummary() {
    return String.format(
        Locale.ROOT,
        "HDBSCAN model: %s of %s, smallest cluster %,d",
        Count.of(model().clusters().size(), "cluster"),
        Count.of(model().labels().length, "row"),
        model().options().minClusterSize());
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractPortObjectSerializer<HdbscanModelPortObject> {}
}

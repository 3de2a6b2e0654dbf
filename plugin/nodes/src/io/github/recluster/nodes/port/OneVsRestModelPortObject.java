// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.nodes.run.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The classifiers of all clusters as a port. */
public final class OneVsRestModelPortObject extends ModelPortObject<OneVsRestModel> {
  /** The type of the port. */
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(OneVsRestModelPortObject.class);

  /** For loading. */
  public OneVsRestModelPortObject() {}

  /** A model and what is known of it. */
  public OneVsRestModelPortObject(OneVsRestModelPortObjectSpec spec, OneVsRestModel model) {
    super(spec, model);
  }

  @Override
  protected void write(OneVsRestModel model, OutputStream out) throws IOException {
    model.write(out);
  }

  @Override
  protected OneVsRestModel read(InputStream in) throws IOException {
    return OneVsRestModel.read(in);
  }

  @Override
  public OneVsRestModelPortObjectSpec getSpec() {
    return (OneVsRestModelPortObjectSpec) super.getSpec();
  }

  @Override
  public String getSummary() {
    return "One-vs-rest model: classifiers of "
        + Count.of(model().labels().size(), "cluster")
        + " ("
        + getSpec().clusterColumn()
        + ") by "
        + Count.of(model().features().size(), "feature");
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractPortObjectSerializer<OneVsRestModelPortObject> {}
}

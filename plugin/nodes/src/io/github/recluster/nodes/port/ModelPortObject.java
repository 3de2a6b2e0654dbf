// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/**
 * A model on its way between nodes, or in a file.
 *
 * <p>The model is written in its own format, which carries its kind, its version and a checksum, as
 * the only entry of the port's archive.
 *
 * @param <M> the core's model
 */
public abstract class ModelPortObject<M> extends AbstractPortObject {
  private static final String ENTRY = "model.bin";

  private ModelPortObjectSpec spec;
  private M model;

  /** For loading. */
  protected ModelPortObject() {}

  /** A model and what is known of it. */
  protected ModelPortObject(ModelPortObjectSpec spec, M model) {
    this.spec = spec;
    this.model = model;
  }

  /** Writes a model; does not close the stream. */
  protected abstract void write(M toWrite, OutputStream out) throws IOException;

  /** Reads what {@link #write} wrote; does not close the stream. */
  protected abstract M read(InputStream in) throws IOException;

  /** The model. */
  public M model() {
    return model;
  }

  @Override
  public ModelPortObjectSpec getSpec() {
    return spec;
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[] {SummaryPanel.of("Model", getSummary())};
  }

  @Override
  protected void save(PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException {
    ZipEntry entry = new ZipEntry(ENTRY);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same model, the same bytes
    out.putNextEntry(entry);
    write(
        model,
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() throws IOException {
            flush(); // the archive belongs to the caller
          }
        });
    out.closeEntry();
  }

  @Override
  protected void load(PortObjectZipInputStream in, PortObjectSpec loadedSpec, ExecutionMonitor exec)
      throws IOException {
    if (!holdsModel(in)) {
      throw new IOException("The model file is damaged or cut short: it holds no " + ENTRY + ".");
    }
    spec = (ModelPortObjectSpec) loadedSpec;
    model =
        read(
            new FilterInputStream(in) {
              @Override
              public void close() {
                // the archive belongs to the caller
              }
            });
  }

  private static boolean holdsModel(PortObjectZipInputStream in) throws IOException {
    try {
      ZipEntry entry = in.getNextEntry();
      return entry != null && entry.getName().equals(ENTRY);
    } catch (IllegalArgumentException e) { // a damaged name is no text
      return false;
    }
  }
}

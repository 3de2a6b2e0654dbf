// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/**
 * What every model of ours has: parameters, and the data of its view, which is saved with the
 * workflow. What it computes, it says in {@link #outputSpecs} and {@link #run}.
 *
 * @param <P> the parameters
 */
public abstract class WebNodeModel<P extends NodeParameters> extends NodeModel {
  private static final String VIEW_FILE = "view.json";

  /** What {@link #sharesRowsWith} says of a table whose rows are not those of an input. */
  protected static final int OWN_ROWS = -1;

  private final Class<P> type;
  private final HiLiteHandler[] ownRows;
  private final List<String> warnings = new ArrayList<>();
  private P parameters;
  private String viewData;

  /** A node with parameters of that class and those ports. */
  protected WebNodeModel(Class<P> type, PortType[] in, PortType[] out) {
    super(in, out);
    this.type = type;
    this.ownRows =
        Stream.generate(HiLiteHandler::new).limit(out.length).toArray(HiLiteHandler[]::new);
    this.parameters = NodeParametersUtil.createSettings(type);
  }

  /** What will come out, as far as it is known before running; fast, without a look at the data. */
  protected abstract PortObjectSpec[] outputSpecs(PortObjectSpec[] in)
      throws InvalidSettingsException;

  /** Read, fit, write, remember. */
  protected abstract PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception;

  /**
   * Which input's rows come out of a port, so that they are highlighted here and there; {@link
   * #OWN_ROWS} for a table about something else, such as clusters.
   */
  protected int sharesRowsWith(int outPort) {
    return OWN_ROWS;
  }

  /** The parameters as the dialog left them. */
  protected final P parameters() {
    return parameters;
  }

  /** Keeps what the view draws. */
  protected final void remember(String json) {
    viewData = json;
  }

  /** What the view draws, as JSON; {@code null} in JSON before the node ran. */
  public final String viewData() {
    return viewData == null ? "null" : viewData;
  }

  /** Something to say at the node, at the end of this run, beside what else is to be said. */
  protected final void warn(Optional<String> message) {
    warn(message.stream().toList());
  }

  /** Several things to say, as {@link #warn(Optional)} one by one. */
  protected final void warn(List<String> messages) {
    warnings.addAll(messages);
  }

  @Override
  protected final PortObjectSpec[] configure(PortObjectSpec[] in) throws InvalidSettingsException {
    check(parameters);
    return outputSpecs(in);
  }

  @Override
  protected final PortObject[] execute(PortObject[] in, ExecutionContext exec) throws Exception {
    return inWords(() -> run(in, exec));
  }

  /** Does the work of a run; says its warnings, and what ends it as KNIME wants to hear it. */
  protected final <R> R inWords(Callable<R> work) throws Exception {
    warnings.clear();
    try {
      return work.call();
    } catch (CancellationException e) {
      CanceledExecutionException canceled = new CanceledExecutionException(); // in KNIME's words
      canceled.initCause(e);
      throw canceled;
    } catch (IllegalArgumentException e) { // the core's sentence about its input
      throw new KNIMEException(DialogTitles.in(e.getMessage(), type), e);
    } finally {
      sayWarnings();
    }
  }

  /** Says all warnings at once: KNIME logs each message that a node gives. */
  private void sayWarnings() {
    if (!warnings.isEmpty()) {
      setWarningMessage(String.join("\n", warnings));
    }
  }

  @Override
  protected final HiLiteHandler getOutHiLiteHandler(int port) {
    int in = sharesRowsWith(port);
    return in == OWN_ROWS ? ownRows[port] : getInHiLiteHandler(in);
  }

  @Override
  protected final void saveSettingsTo(NodeSettingsWO settings) {
    NodeParametersUtil.saveSettings(type, parameters, settings);
  }

  @Override
  protected final void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    check(NodeParametersUtil.loadSettings(settings, type));
  }

  @Override
  protected final void loadValidatedSettingsFrom(NodeSettingsRO settings)
      throws InvalidSettingsException {
    parameters = NodeParametersUtil.loadSettings(settings, type);
  }

  /** The core checks its options; its sentences are for users. */
  private void check(NodeParameters parameters) throws InvalidSettingsException {
    try {
      parameters.validate();
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(DialogTitles.in(e.getMessage(), type), e);
    }
  }

  @Override
  protected final void reset() {
    viewData = null;
    for (HiLiteHandler handler : ownRows) {
      handler.fireClearHiLiteEvent();
    }
  }

  @Override
  protected final void saveInternals(File folder, ExecutionMonitor exec) throws IOException {
    if (viewData != null) {
      Files.writeString(folder.toPath().resolve(VIEW_FILE), viewData, StandardCharsets.UTF_8);
    }
  }

  @Override
  protected final void loadInternals(File folder, ExecutionMonitor exec) throws IOException {
    Path file = folder.toPath().resolve(VIEW_FILE);
    viewData = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/** Keeps progress and message, and tells listeners. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
  private final List<NodeProgressListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean canceled;
  private Double progress;
  private Supplier<String> message = () -> null;

  public DefaultNodeProgressMonitor() {}

  public DefaultNodeProgressMonitor(NodeProgressListener listener) {
    listeners.add(listener);
  }

  protected boolean isCanceled() {
    return canceled || Thread.currentThread().isInterrupted();
  }

  @Override
  public void checkCanceled() throws CanceledExecutionException {
    if (isCanceled()) {
      throw new CanceledExecutionException();
    }
  }

  @Override
  public void setExecuteCanceled() {
    canceled = true;
  }

  @Override
  public synchronized void reset() {
    canceled = false;
    progress = null;
    message = () -> null;
  }

  @Override
  public synchronized void setProgress(double progress) {
    setProgress(progress, message);
  }

  @Override
  public synchronized void setProgress(double progress, String message) {
    setProgress(progress, () -> message);
  }

  @Override
  public synchronized void setProgress(double progress, Supplier<String> message) {
    double clipped = Math.max(0, Math.min(1, progress));
    this.progress = this.progress == null ? clipped : Math.max(this.progress, clipped);
    this.message = message;
    tell();
  }

  @Override
  public synchronized void setMessage(String message) {
    setMessage(() -> message);
  }

  @Override
  public synchronized void setMessage(Supplier<String> message) {
    this.message = message;
    tell();
  }

  @Override
  public synchronized void setProgress(String message) {
    setMessage(message);
  }

  private void tell() {
    if (!listeners.isEmpty()) {
      NodeProgress now = new NodeProgress(progress, message.get());
      NodeProgressEvent event = new NodeProgressEvent(NodeID.ROOTID, now);
      listeners.forEach(listener -> listener.progressChanged(event));
    }
  }

  @Override
  public synchronized Double getProgress() {
    return progress;
  }

  @Override
  public synchronized String getMessage() {
    return message.get();
  }

  @Override
  public void addProgressListener(NodeProgressListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeProgressListener(NodeProgressListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void removeAllProgressListener() {
    listeners.clear();
  }
}

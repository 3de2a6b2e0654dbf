// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.workflow.NodeProgressListener;

/** A share of another monitor's bar. */
final class SubProgressMonitor implements NodeProgressMonitor {
  private final NodeProgressMonitor parent;
  private final double share;
  private final boolean silent;
  private double progress;

  SubProgressMonitor(NodeProgressMonitor parent, double share, boolean silent) {
    this.parent = parent;
    this.share = Math.max(0, Math.min(1, share));
    this.silent = silent;
  }

  @Override
  public void checkCanceled() throws CanceledExecutionException {
    parent.checkCanceled();
  }

  @Override
  public void setProgress(double value) {
    synchronized (parent) {
      double next = Math.max(progress, Math.max(0, Math.min(1, value)));
      Double before = parent.getProgress();
      parent.setProgress((before == null ? 0 : before) + (next - progress) * share);
      progress = next;
    }
  }

  @Override
  public Double getProgress() {
    return progress;
  }

  @Override
  public void setProgress(double value, String message) {
    setMessage(message);
    setProgress(value);
  }

  @Override
  public void setMessage(String message) {
    if (!silent) {
      parent.setMessage(message);
    }
  }

  @Override
  public void setProgress(String message) {
    setMessage(message);
  }

  @Override
  public String getMessage() {
    return parent.getMessage();
  }

  @Override
  public void setExecuteCanceled() {
    parent.setExecuteCanceled();
  }

  @Override
  public void reset() {
    progress = 0;
  }

  @Override
  public void addProgressListener(NodeProgressListener listener) {
    parent.addProgressListener(listener);
  }

  @Override
  public void removeProgressListener(NodeProgressListener listener) {
    parent.removeProgressListener(listener);
  }

  @Override
  public void removeAllProgressListener() {
    parent.removeAllProgressListener();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

/** A node's way to tell its progress and to ask whether it is canceled. */
public class ExecutionMonitor {
  private final NodeProgressMonitor monitor;

  public ExecutionMonitor() {
    this(new DefaultNodeProgressMonitor());
  }

  public ExecutionMonitor(NodeProgressMonitor monitor) {
    this.monitor = monitor;
  }

  public final NodeProgressMonitor getProgressMonitor() {
    return monitor;
  }

  public void checkCanceled() throws CanceledExecutionException {
    monitor.checkCanceled();
  }

  public void setProgress(double progress) {
    monitor.setProgress(progress);
  }

  public void setProgress(double progress, String message) {
    monitor.setProgress(progress, message);
  }

  public void setProgress(double progress, Supplier<String> message) {
    monitor.setProgress(progress, message);
  }

  public ExecutionMonitor createSubProgress(double share) {
    return new ExecutionMonitor(new SubProgressMonitor(monitor, share, false));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A stage's progress, shown at the node, and the node's cancel button, heard by the stage. */
public final class NodeProgress implements Progress {
  private final ExecutionMonitor exec;

  private NodeProgress(ExecutionMonitor exec) {
    this.exec = exec;
  }

  /**
   * How a stage runs inside a node.
   *
   * @param threads number of threads; 0 takes all processors
   */
  public static Parallel parallel(int threads, ExecutionMonitor exec) {
    return new Parallel(threads, new NodeProgress(exec));
  }

  @Override
  public void report(double fraction, String message) {
    exec.setProgress(fraction, () -> message);
  }

  @Override
  public boolean canceled() {
    try {
      exec.checkCanceled();
      return false;
    } catch (CanceledExecutionException e) {
      return true;
    }
  }
}

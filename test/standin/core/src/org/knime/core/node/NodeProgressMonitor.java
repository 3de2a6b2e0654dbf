// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeProgressListener;

/** Where a node's progress goes, and where its cancellation comes from. */
public interface NodeProgressMonitor {
  void checkCanceled() throws CanceledExecutionException;

  void setProgress(double progress);

  Double getProgress();

  void setProgress(double progress, String message);

  default void setProgress(double progress, Supplier<String> message) {
    setProgress(progress, message.get());
  }

  void setMessage(String message);

  default void setMessage(Supplier<String> message) {
    setMessage(message.get());
  }

  void setProgress(String message);

  String getMessage();

  void setExecuteCanceled();

  void reset();

  void addProgressListener(NodeProgressListener listener);

  void removeProgressListener(NodeProgressListener listener);

  void removeAllProgressListener();
}

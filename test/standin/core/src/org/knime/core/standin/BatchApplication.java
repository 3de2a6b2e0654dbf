// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The batch application, as Equinox starts it. */
public final class BatchApplication implements IApplication {
  public BatchApplication() {}

  @Override
  public Object start(IApplicationContext context) {
    context.applicationRunning();
    String[] args = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    return BatchRun.run(System.out, args);
  }

  @Override
  public void stop() {}
}

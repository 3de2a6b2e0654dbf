// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What an operator carries between passes. */
public abstract class StreamableOperatorInternals {
  public StreamableOperatorInternals() {}

  public abstract void load(DataInputStream in) throws IOException;

  public abstract void save(DataOutputStream out) throws IOException;
}

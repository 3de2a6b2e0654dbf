// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import org.knime.core.data.DataRow;
import org.knime.core.node.ExecutionContext;

/** A row in, a row out. */
public abstract class StreamableFunction extends StreamableOperator {
  public static final int DEFAULT_INPORT_INDEX = 0;
  public static final int DEFAULT_OUTPORT_INDEX = 0;
  private final int inPort;
  private final int outPort;

  protected StreamableFunction() {
    this(DEFAULT_INPORT_INDEX, DEFAULT_OUTPORT_INDEX);
  }

  protected StreamableFunction(int inPort, int outPort) {
    this.inPort = inPort;
    this.outPort = outPort;
  }

  @Override
  public void runFinal(PortInput[] inputs, PortOutput[] outputs, ExecutionContext exec)
      throws Exception {
    init(exec);
    RowInput in = (RowInput) inputs[inPort];
    RowOutput out = (RowOutput) outputs[outPort];
    try {
      long index = 0;
      for (DataRow row = in.poll(); row != null; row = in.poll()) {
        exec.checkCanceled();
        out.push(compute(row, index++));
      }
    } finally {
      in.close();
      out.close();
      finish();
    }
  }

  public void init(ExecutionContext exec) throws Exception {}

  public DataRow compute(DataRow row) throws Exception {
    throw new IllegalStateException("compute is not implemented by " + getClass());
  }

  public DataRow compute(DataRow row, long rowIndex) throws Exception {
    return compute(row);
  }

  public void finish() {}
}

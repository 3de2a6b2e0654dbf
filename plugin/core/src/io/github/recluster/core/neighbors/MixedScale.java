// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How rows of numbers and categories become points of {@link Metric#MIXED}.
 *
 * <p>In: a table whose nominal columns hold codes 0, 1, …, a new row's category that the table does
 * not have −1. Out: d + 1 floats a row: how many columns are numbers; the numbers, 0 … 1 over the
 * range of their column; the codes, as a share of the largest one. A number beyond the range counts
 * as the end of the range, so that no column can count for more than 1; a column of one value is 0.
 *
 * @param least of each column; 0 where it is nominal
 * @param range of each column; the largest code where it is nominal
 * @param nominal whether a column's numbers are codes
 */
@SuppressWarnings("ArrayRecordComponent") // never written to
record MixedScale(double[] least, double[] range, boolean[] nominal) {
  static MixedScale of(Matrix x, boolean[] nominal) {
    int d = x.columns();
    double[] least = new double[d];
    double[] range = new double[d];
    for (int c = 0; c < d; c++) {
      double low = nominal[c] ? 0 : Double.POSITIVE_INFINITY;
      double high = nominal[c] ? 0 : Double.NEGATIVE_INFINITY;
      for (int i = c; i < x.values().length; i += d) {
        low = Math.min(low, x.values()[i]);
        high = Math.max(high, x.values()[i]);
      }
      least[c] = x.rows() == 0 ? 0 : low;
      range[c] = x.rows() == 0 ? 0 : high / 2 - low / 2;
    }
    return new MixedScale(least, range, nominal);
  }

  void point(double[] from, int at, float[] to, int into) {
    int numbers = into + 1;
    for (int c = 0; c < nominal.length; c++) {
      if (!nominal[c]) {
        to[numbers++] = (float) Math.max(0, Math.min(1, share(from[at + c], c)));
      }
    }
    to[into] = numbers - into - 1;
    for (int c = 0; c < nominal.length; c++) {
      if (nominal[c]) {
        to[numbers++] = (float) (from[at + c] < 0 ? -1 : share(from[at + c], c));
      }
    }
  }

  private double share(double value, int c) {
    return range[c] > 0 ? (value / 2 - least[c] / 2) / range[c] : 0;
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeDoubles(out, least);
    ModelFile.writeDoubles(out, range);
    for (boolean isNominal : nominal) {
      out.writeBoolean(isNominal);
    }
  }

  static MixedScale read(DataInputStream in) throws IOException {
    double[] least = ModelFile.readDoubles(in);
    double[] range = ModelFile.readDoubles(in);
    boolean[] nominal = new boolean[least.length];
    for (int c = 0; c < nominal.length; c++) {
      nominal[c] = in.readBoolean();
    }
    return new MixedScale(least, range, nominal);
  }
}

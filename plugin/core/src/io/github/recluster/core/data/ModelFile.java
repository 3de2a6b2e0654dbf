// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipException;

/**
 * The envelope of every model that is saved: a mark, the kind of model, the version of its format,
 * the model itself, and a checksum.
 *
 * <p>A damaged file, a file of another kind and a file of a newer version are each refused with a
 * sentence that says so. Neither stream is closed.
 */
public final class ModelFile {
  private static final int MARK = 0x5245434c; // "RECL"

  private ModelFile() {}

  /** Writes the model itself. */
  @FunctionalInterface
  public interface Writer {
    /** Writes everything that {@link Reader#read} reads, in the same order. */
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads the model itself. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads what {@link Writer#write} wrote.
     *
     * @param version the version of the format that the file has: 1 to the newest known
     */
    T read(DataInputStream in, int version) throws IOException;
  }

  /**
   * Writes a model.
   *
   * @param kind the model's name as a user knows it, "UMAP model"
   * @param version the version of the format, from 1
   */
  public static void write(OutputStream out, String kind, int version, Writer body)
      throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(out, 1 << 16), new CRC32());
    DataOutputStream data = new DataOutputStream(checked);
    data.writeInt(MARK);
    data.writeUTF(kind);
    data.writeInt(version);
    body.write(data);
    data.writeLong(checked.getChecksum().getValue());
    data.flush();
  }

  /**
   * Reads a model.
   *
   * @param newest the newest version of the format that {@code body} can read
   * @throws IOException with a sentence for the user if the file is damaged, of another kind, or
   *     newer
   */
  public static <T> T read(InputStream in, String kind, int newest, Reader<T> body)
      throws IOException {
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(in, 1 << 16), new CRC32());
    DataInputStream data = new DataInputStream(checked);
    try {
      if (data.readInt() != MARK) {
        throw new IOException("This is no " + kind + " file.");
      }
      String found = data.readUTF();
      if (!found.equals(kind)) {
        throw new IOException(
            "This file holds another model: " + found + " instead of " + kind + ".");
      }
      int version = data.readInt();
      if (version > newest) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "This %s was written by a newer version of Recluster (format %d, this version"
                    + " reads up to %d): update Recluster to read it.",
                kind,
                version,
                newest));
      }
      if (version < 1) {
        throw damaged(kind, null);
      }
      T model = body.read(data, version);
      long sum = checked.getChecksum().getValue();
      if (data.readLong() != sum) {
        throw damaged(kind, null);
      }
      return model;
    } catch (EOFException
        | UTFDataFormatException
        | ZipException
        | RuntimeException e) { // a damaged length or value, met before the checksum
      throw damaged(kind, e);
    }
  }

  private static IOException damaged(String kind, Exception cause) {
    return new IOException("This " + kind + " file is damaged or cut short.", cause);
  }

  /** Writes the length and the numbers. */
  public static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /** Reads what {@link #writeDoubles} wrote. */
  public static double[] readDoubles(DataInputStream in) throws IOException {
    double[] values = new double[readLength(in, Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  /** Writes the length and the numbers. */
  public static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  /** Reads what {@link #writeFloats} wrote. */
  public static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[readLength(in, Float.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  /** Writes the length and the numbers. */
  public static void writeInts(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  /** Reads what {@link #writeInts} wrote. */
  public static int[] readInts(DataInputStream in) throws IOException {
    int[] values = new int[readLength(in, Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  /** Writes the number of texts and the texts. */
  public static void writeStrings(DataOutputStream out, String[] values) throws IOException {
    out.writeInt(values.length);
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** Reads what {@link #writeStrings} wrote. */
  public static String[] readStrings(DataInputStream in) throws IOException {
    String[] values = new String[readLength(in, Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      byte[] bytes = in.readNBytes(readLength(in, 1));
      values[i] = new String(bytes, StandardCharsets.UTF_8);
    }
    return values;
  }

  /** A damaged length must not ask for more memory than there is. */
  private static int readLength(DataInputStream in, int bytesEach) throws IOException {
    int length = in.readInt();
    if (length < 0 || (long) length * bytesEach > Runtime.getRuntime().maxMemory() / 2) {
      throw new EOFException("length " + length);
    }
    return length;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Port objects as files: a zip of what they are, their spec and themselves. */
public final class PortUtil {
  private static final String CONTENT = "content.xml";
  private static final String SPEC = "objectSpec.file";
  private static final String OBJECT = "object.file";

  private PortUtil() {}

  /** The stream without its close. */
  static OutputStream open(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** The stream without its close. */
  static InputStream open(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }

  /** An entry without a clock: the same model gives the same file. */
  static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }

  static void expect(ZipEntry entry, String name) throws IOException {
    if (entry == null || !entry.getName().equals(name)) {
      throw new IOException(
          "Expected entry \"" + name + "\", got " + (entry == null ? "the end" : entry.getName()));
    }
  }

  /**
   * A new object or spec by its constructor without arguments, as the serializer's bundle sees it.
   */
  @SuppressWarnings("unchecked") // the serializer reads what it wrote
  static <T> T create(Class<?> serializer, String className) throws IOException {
    try {
      Class<?> type = Class.forName(className, true, serializer.getClassLoader());
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (T) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("Unable to make a " + className, e);
    }
  }

  @SuppressWarnings("unchecked") // the serializer belongs to the class
  public static <T extends PortObject> PortObjectSerializer<T> getPortObjectSerializer(
      Class<T> type) {
    return (PortObjectSerializer<T>)
        PortTypeRegistry.getInstance().getObjectSerializer(type).orElseThrow();
  }

  @SuppressWarnings("unchecked") // the serializer belongs to the class
  public static <T extends PortObjectSpec> PortObjectSpecSerializer<T> getPortObjectSpecSerializer(
      Class<T> type) {
    if (type == DataTableSpec.class) {
      return (PortObjectSpecSerializer<T>) new TableSpecSerializer();
    }
    return (PortObjectSpecSerializer<T>)
        PortTypeRegistry.getInstance().getSpecSerializer(type).orElseThrow();
  }

  public static PortObjectZipOutputStream getPortObjectZipOutputStream(OutputStream out)
      throws IOException {
    PortObjectZipOutputStream zip = new PortObjectZipOutputStream(out);
    zip.putNextEntry(entry("portObject.file"));
    return zip;
  }

  public static PortObjectZipInputStream getPortObjectZipInputStream(InputStream in)
      throws IOException {
    PortObjectZipInputStream zip = new PortObjectZipInputStream(in);
    expect(zip.getNextEntry(), "portObject.file");
    return zip;
  }

  public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(OutputStream out)
      throws IOException {
    PortObjectSpecZipOutputStream zip = new PortObjectSpecZipOutputStream(out);
    zip.putNextEntry(entry("portSpec.file"));
    return zip;
  }

  public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(InputStream in)
      throws IOException {
    PortObjectSpecZipInputStream zip = new PortObjectSpecZipInputStream(in);
    expect(zip.getNextEntry(), "portSpec.file");
    return zip;
  }

  public static void writeObjectToStream(
      PortObject object, OutputStream out, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException {
    PortObjectSpec spec = object.getSpec();
    ModelContent content = new ModelContent("content");
    content.addInt("version", 1);
    content.addString("port_spec_class", spec.getClass().getName());
    content.addString("port_object_class", object.getClass().getName());
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(entry(CONTENT));
    content.saveToXML(open(zip));
    zip.putNextEntry(entry(SPEC));
    zip.write(specBytes(spec));
    zip.putNextEntry(entry(OBJECT));
    zip.write(objectBytes(object, monitor));
    zip.finish();
  }

  @SuppressWarnings("unchecked") // the class of an object is the class of its serializer
  private static <T extends PortObjectSpec> byte[] specBytes(T spec) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectSpecZipOutputStream zip = getPortObjectSpecZipOutputStream(bytes)) {
      getPortObjectSpecSerializer((Class<T>) spec.getClass()).savePortObjectSpec(spec, zip);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked") // the class of an object is the class of its serializer
  private static <T extends PortObject> byte[] objectBytes(T object, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectZipOutputStream zip = getPortObjectZipOutputStream(bytes)) {
      getPortObjectSerializer((Class<T>) object.getClass()).savePortObject(object, zip, monitor);
    }
    return bytes.toByteArray();
  }

  public static PortObject readObjectFromFile(File file, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException {
    try (InputStream in = new FileInputStream(file)) {
      return readObjectFromStream(in, monitor);
    }
  }

  public static PortObject readObjectFromStream(InputStream in, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException {
    ZipInputStream zip = new ZipInputStream(in);
    expect(zip.getNextEntry(), CONTENT);
    ModelContentRO content = ModelContent.loadFromXML(open(zip));
    PortTypeRegistry registry = PortTypeRegistry.getInstance();
    try {
      PortObjectSpec spec = readSpec(content, zip);
      expect(zip.getNextEntry(), OBJECT);
      String name = content.getString("port_object_class");
      Class<? extends PortObject> type =
          registry
              .getObjectClass(name)
              .orElseThrow(() -> new IOException("Unknown port object \"" + name + "\""));
      return getPortObjectSerializer(type)
          .loadPortObject(
              getPortObjectZipInputStream(new ByteArrayInputStream(zip.readAllBytes())),
              spec,
              monitor);
    } catch (InvalidSettingsException e) {
      throw new IOException("Not a model file: " + e.getMessage(), e);
    }
  }

  private static PortObjectSpec readSpec(ModelContentRO content, ZipInputStream zip)
      throws IOException, InvalidSettingsException {
    expect(zip.getNextEntry(), SPEC);
    String name = content.getString("port_spec_class");
    Class<? extends PortObjectSpec> type =
        PortTypeRegistry.getInstance()
            .getSpecClass(name)
            .orElseThrow(() -> new IOException("Unknown port object spec \"" + name + "\""));
    byte[] bytes = zip.readAllBytes();
    return getPortObjectSpecSerializer(type)
        .loadPortObjectSpec(getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes)));
  }
}

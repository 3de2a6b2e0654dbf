// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import io.github.recluster.nodes.port.UmapModelPortObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortUtil;

/** A UMAP model as its port writes it, with bytes changed on the way. */
final class ModelBytes {
  private ModelBytes() {}

  static byte[] write(UmapModelPortObject port) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectZipOutputStream zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
      new UmapModelPortObject.Serializer().savePortObject(port, zip, new ExecutionMonitor());
    }
    return bytes.toByteArray();
  }

  static UmapModelPortObject read(UmapModelPortObject like, byte... bytes) throws Exception {
    try (PortObjectZipInputStream zip =
        PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes))) {
      return new UmapModelPortObject.Serializer()
          .loadPortObject(zip, like.getSpec(), new ExecutionMonitor());
    }
  }

  /** The same archive with the model itself changed. */
  static byte[] change(byte[] archive, Consumer<byte[]> change) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        entries.put(e.getName(), zip.readAllBytes());
      }
    }
    change.accept(entries.get("model.bin"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Where the version's last byte stands: behind the mark and the kind. */
  static int version(byte[] model) {
    return 4 + 2 + ByteBuffer.wrap(model).getShort(4) + 3;
  }
}

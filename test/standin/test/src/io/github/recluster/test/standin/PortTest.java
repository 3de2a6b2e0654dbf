// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.ImageValue;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

class PortTest {
  private static byte[] write(PortObject object) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PortUtil.writeObjectToStream(object, out, new ExecutionMonitor());
    return out.toByteArray();
  }

  private static PortObject read(byte... bytes) throws Exception {
    return PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes), new ExecutionMonitor());
  }

  @Tag("same")
  @Test
  void aModelComesBackWithItsSpec() throws Exception {
    DataColumnSpecCreator column =
        new DataColumnSpecCreator(Tables.table(4).getDataTableSpec().getColumnSpec("name"));
    column.setProperties(new DataColumnProperties(Map.of("role", "label")));
    DataTableSpec spec = new DataTableSpec(column.createSpec());
    TestModel read = (TestModel) read(write(new TestModel(spec, (byte) 1, (byte) 2)));
    assertArrayEquals(new byte[] {1, 2}, read.bytes());
    assertEquals(spec, read.getSpec());
    assertEquals("label", read.getSpec().getColumnSpec(0).getProperties().getProperty("role"));
  }

  @Tag("same")
  @Test
  void aPictureComesBack() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    ImagePortObject image =
        new ImagePortObject(
            new PNGImageContent(png), new ImagePortObjectSpec(PNGImageContent.TYPE));
    ImagePortObject read = (ImagePortObject) read(write(image));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((ImageValue) read.toDataCell()).getImageContent().save(out);
    assertArrayEquals(png, out.toByteArray());
    assertEquals(image.getSpec(), read.getSpec());
  }

  @Tag("edge")
  @Test
  void aFileThatIsNoModelIsAnIOException() throws Exception {
    assertThrows(IOException.class, () -> read((byte) 1, (byte) 2));
    byte[] bytes = write(new TestModel(new DataTableSpec(), new byte[5000]));
    assertThrows(IOException.class, () -> read(Arrays.copyOf(bytes, bytes.length / 2)));
  }

  @Tag("law")
  @Test
  void typesAcceptTheirObjects() {
    PortType model = PortTypeRegistry.getInstance().getPortType(TestModel.class);
    assertTrue(PortObject.TYPE.isSuperTypeOf(model));
    assertTrue(model.acceptsPortObject(new TestModel()));
    assertTrue(BufferedDataTable.TYPE_OPTIONAL.isOptional());
    assertEquals(DataTableSpec.class, BufferedDataTable.TYPE.getPortObjectSpecClass());
  }

  @Tag("golden")
  @Test
  void theSpecThatKnimeSavedIsReadAndWrittenAgain() throws Exception {
    try (var in = PortTest.class.getResourceAsStream("/settings/spec.xml")) {
      byte[] bytes = in.readAllBytes();
      DataTableSpec spec =
          DataTableSpec.load(ModelContent.loadFromXML(new ByteArrayInputStream(bytes)));
      assertEquals(
          List.of("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"),
          List.of(spec.getColumnNames()));
      ModelContent content = new ModelContent("spec.xml");
      spec.save(content);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      content.saveToXML(out);
      assertEquals(new String(bytes, StandardCharsets.UTF_8), out.toString(StandardCharsets.UTF_8));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  private static final Parallel TWO = new Parallel(2, Progress.NONE);

  @TempDir Path folder;

  private static double number(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CsvLine line = new CsvLine(bytes, 0, bytes.length);
    line.next();
    return line.number();
  }

  @Test
  @Tag("twin")
  void numbersAreReadLikeJavaReadsThem() {
    for (String text :
        List.of(
            "0",
            "-0",
            "7",
            "-12.5",
            "1e5",
            "1E-7",
            "+3",
            ".5",
            "5.",
            "0.1",
            "123456789012345678",
            "9007199254740993",
            "0.000000000000000000000001",
            "1.7976931348623157E308",
            "4.9E-324",
            "00012.5000",
            "1234567.12345678912345",
            "\"2.5\"",
            " 6 ",
            "2.2250738585072011e-308")) {
      double expected = Double.parseDouble(text.replace("\"", ""));
      assertEquals(expected, number(text), 0, text);
      assertEquals(1 / expected, 1 / number(text), 0, "sign of " + text);
    }
    for (int i = 0; i < 20000; i++) {
      double value = Double.longBitsToDouble(Seeds.bits(5, i));
      if (Double.isFinite(value)) {
        assertEquals(value, number(Double.toString(value)), 0);
        double plain = Seeds.uniform(6, i) * Math.scalb(1.0, Seeds.below(7, i, 60) - 30);
        assertEquals(plain, number(Double.toString(plain)), 0);
        String digits = Long.toString(Seeds.bits(8, i) >>> Seeds.below(9, i, 60));
        String text = digits.replaceFirst("(\\d)$", ".$1");
        assertEquals(Double.parseDouble(text), number(text), 0);
      }
    }
    for (String text :
        List.of("", "-", ".", "-.", "1..2", "1e", "a", "0x1p3", "1f", "1 2", "--1")) {
      assertEquals(Double.NaN, number(text), text);
    }
  }

  @Test
  @Tag("same")
  void whatIsWrittenReadsBackTheSame() throws IOException {
    Path file = folder.resolve("t.csv");
    double[] values = new double[3 * 40000];
    for (int i = 0; i < values.length; i++) {
      double any = Double.longBitsToDouble(Seeds.bits(1, i));
      values[i] = i % 3 == 0 && Double.isFinite(any) ? any : Seeds.uniform(2, i) - 0.5;
    }
    Matrix x = Matrix.of(40000, 3, values);
    List<String> names = List.of("a", "b, \"quoted\"", "ü");
    CsvWriter.write(file, names, x, TWO);
    NumberTable read = CsvReader.read(file, TWO);
    assertEquals(names, read.names());
    assertArrayEquals(values, read.x().values(), 0);
  }

  @Test
  @Tag("law")
  void numbersAreWrittenInTheirShortestForm() {
    CsvWriter.Cells cells = new CsvWriter.Cells();
    cells.add(2e-3).add(Math.scalb(1.0, 60)).add(4.9e-324).add(-0.0).add(7).add("a\"b");
    assertEquals("0.002,1.152921504606847E18,4.9E-324,-0.0,7,\"a\"\"b\"", cells.toString());
  }

  @Test
  @Tag("edge")
  void lineEndsMarksEmptyLinesAndTextLabels() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "\uFEFF\"x\",label,y\r\n1,\"a,b\",2\r\n\r\n3,,4\r\n\n5,c,\"6\"");
    NumberTable read = CsvReader.read(file, TWO);
    assertEquals(List.of("x", "y"), read.names());
    assertEquals(List.of("a,b", "", "c"), read.labels());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, read.x().values());
  }

  @Test
  @Tag("twin")
  void aFileOfManyBlocks() throws IOException {
    Path file = folder.resolve("t.csv");
    StringBuilder text = new StringBuilder("label,x\n");
    int rows = 900_000; // more than the 16 MB of one block
    for (int i = 0; i < rows; i++) {
      text.append(i % 7).append(',').append(Seeds.uniform(1, i)).append('\n');
    }
    Files.writeString(file, text);
    NumberTable read = CsvReader.read(file, TWO);
    assertEquals(rows, read.x().rows());
    int[] labels = read.clusters();
    for (int i = 0; i < rows; i++) {
      assertEquals(Seeds.uniform(1, i), read.x().get(i, 0), 0);
      assertEquals(i % 7, labels[i]);
    }
  }
}

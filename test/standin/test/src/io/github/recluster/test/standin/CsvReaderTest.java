// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.standin.BatchRun;

class CsvReaderTest {
  @TempDir Path temp;
  private Path workflow;
  private String printed;

  @BeforeEach
  void copySample() throws IOException {
    workflow = Samples.csvToCsv(temp);
  }

  /** Reads a text and writes it again: quotes stand around texts, and around them alone. */
  private String through(String csv, String... args) throws IOException {
    Files.writeString(workflow.resolve("data/penguins.csv"), csv);
    String[] all = new String[args.length + 2];
    all[0] = "-workflowDir=" + workflow;
    all[1] = "-nosave";
    System.arraycopy(args, 0, all, 2, args.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = BatchRun.run(new PrintStream(out, true, StandardCharsets.UTF_8), all);
    printed = out.toString(StandardCharsets.UTF_8);
    return code == 0 ? Files.readString(workflow.resolve("data/out.csv")) : "exit " + code;
  }

  @Test
  void typesAreGuessedAndEmptyIsMissing() throws IOException {
    assertEquals(
        """
        "row ID","i","l","d","s","none"
        "Row0",1,12345678901,1,"1",
        "Row1",,2,0.5,"x",
        """,
        through("i,l,d,s,none\n1,12345678901,1.0,1,\n,2,5e-1,x,\n"));
  }

  @Test
  void quotesHoldDelimitersQuotesAndLineBreaks() throws IOException {
    assertEquals(
        "\"row ID\",\"a,b\",\"c\"\n\"Row0\",\"say \"\"hi\"\"\",\"two\nlines\"\n\"Row1\",,\"x\"\n",
        through("\"a,b\", c \n# a comment\n\"say \"\"hi\"\"\",\"two\nlines\"\n\"\", x \n"));
  }

  @Tag("edge")
  @Test
  void namesAreMadeUnique() throws IOException {
    assertTrue(through("a,a,\n1,2,3\n").startsWith("\"row ID\",\"a\",\"a (#1)\",\"Column2\"\n"));
  }

  @Tag("edge")
  @Test
  void anEmptyTableIsATable() throws IOException {
    assertEquals("\"row ID\",\"a\",\"b\"\n", through("a,b\n"));
  }

  @Tag("edge")
  @Test
  void aValueBehindTheScannedRowsMustFit() throws IOException {
    String scan = "-option=1,advanced_settings/max_data_rows_scanned,1,long";
    assertEquals("exit 4", through("a\n1\nx\n", scan));
    assertTrue(printed.contains("Row 2, column \"a\": \"x\""), printed);
  }

  @Tag("edge")
  @Test
  void aShortRowIsAnErrorUnlessAllowed() throws IOException {
    assertEquals("exit 4", through("a,b\n1\n"));
    String allow = "-option=1,settings/support_short_data_rows,true,boolean";
    assertEquals("\"row ID\",\"a\",\"b\"\n\"Row0\",1,\n", through("a,b\n1\n", allow));
  }

  @Test
  void rowsCanBeSkippedLimitedAndNamed() throws IOException {
    assertEquals(
        "\"row ID\",\"a\"\n\"r2\",2\n",
        through(
            "id,a\nr1,1\nr2,2\nr3,3\n",
            "-option=1,settings/has_row_id,true,boolean",
            "-option=1,limit_rows/skip_data_rows,true,boolean",
            "-option=1,limit_rows/limit_data_rows,true,boolean",
            "-option=1,limit_rows/max_rows,1,long"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeModel;

/** The nodes of KNIME that the stand-in can run, by the factory that a workflow names. */
public final class KnimeNodes {
  private static final String FILES = "org.knime.base.node.io.filehandling.";
  private static final Map<String, Supplier<NodeFactory<NodeModel>>> FACTORIES =
      Map.of(
          FILES + "csv.reader.CSVTableReaderNodeFactory",
          factory("CSV Reader", NodeType.Source, CsvReader::new),
          FILES + "csv.writer.CSVWriter2NodeFactory",
          factory("CSV Writer", NodeType.Sink, CsvWriter::new),
          FILES + "imagewriter.ImagePortWriterNodeFactory",
          factory("Image Writer (Port)", NodeType.Sink, ObjectWriter::image),
          FILES + "model.writer.ModelWriterNodeFactory",
          factory("Model Writer", NodeType.Sink, ObjectWriter::model),
          FILES + "model.reader.ModelReaderNodeFactory",
          factory("Model Reader", NodeType.Source, ModelReader::new),
          "org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory",
          factory("Column Filter", NodeType.Manipulator, ColumnFilter::new));

  private KnimeNodes() {}

  private static Supplier<NodeFactory<NodeModel>> factory(
      String name, NodeType type, Supplier<NodeModel> model) {
    return () -> new PlainNodeFactory(name, type, model);
  }

  /** The factory of that class name. */
  public static Optional<NodeFactory<NodeModel>> find(String factory) {
    return Optional.ofNullable(FACTORIES.get(factory)).map(Supplier::get);
  }
}

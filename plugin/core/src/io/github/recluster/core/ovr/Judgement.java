// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.data.ModelFile;
import io.github.recluster.core.ovr.ClassificationReport.Row;
import io.github.recluster.core.ovr.ClassificationReport.Side;
import io.github.recluster.core.ovr.ClassificationReport.Split;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a training found out about its classifiers, kept with the model. */
record Judgement(
    ClassificationReport report,
    List<FeatureImportance> importance,
    Optional<Confusion> confusion,
    List<CalibrationBin> calibration,
    List<SkippedCluster> skipped) {

  void write(DataOutputStream out) throws IOException {
    out.writeInt(report.rows().size());
    for (Row row : report.rows()) {
      out.writeUTF(row.cluster());
      out.writeUTF(row.split().name());
      writeSide(out, row.inside());
      writeSide(out, row.rest());
      out.writeDouble(row.accuracy());
      out.writeDouble(row.rocAuc());
      out.writeDouble(row.averagePrecision());
      out.writeUTF(row.warning());
    }
    out.writeInt(importance.size());
    for (FeatureImportance i : importance) {
      out.writeUTF(i.cluster());
      out.writeUTF(i.feature());
      ModelFile.writeDoubles(
          out,
          new double[] {
            i.weight(), i.gain(), i.cover(), i.totalGain(), i.totalCover(), i.permutation()
          });
    }
    out.writeBoolean(confusion.isPresent());
    if (confusion.isPresent()) {
      ModelFile.writeStrings(out, confusion.get().labels().toArray(String[]::new));
      for (int[] counts : confusion.get().counts()) {
        ModelFile.writeInts(out, counts);
      }
    }
    out.writeInt(calibration.size());
    for (CalibrationBin bin : calibration) {
      out.writeUTF(bin.cluster());
      ModelFile.writeDoubles(
          out, new double[] {bin.from(), bin.to(), bin.meanProbability(), bin.observedShare()});
      out.writeInt(bin.rows());
    }
    out.writeInt(skipped.size());
    for (SkippedCluster s : skipped) {
      out.writeUTF(s.cluster());
      out.writeInt(s.size());
      out.writeUTF(s.reason());
    }
  }

  static Judgement read(DataInputStream in) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      rows.add(
          new Row(
              in.readUTF(),
              Split.valueOf(in.readUTF()),
              readSide(in),
              readSide(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readUTF()));
    }
    List<FeatureImportance> importance = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String cluster = in.readUTF();
      String feature = in.readUTF();
      double[] v = ModelFile.readDoubles(in);
      importance.add(new FeatureImportance(cluster, feature, v[0], v[1], v[2], v[3], v[4], v[5]));
    }
    Optional<Confusion> confusion =
        in.readBoolean() ? Optional.of(readConfusion(in)) : Optional.empty();
    List<CalibrationBin> calibration = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String cluster = in.readUTF();
      double[] v = ModelFile.readDoubles(in);
      calibration.add(new CalibrationBin(cluster, v[0], v[1], in.readInt(), v[2], v[3]));
    }
    List<SkippedCluster> skipped = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      skipped.add(new SkippedCluster(in.readUTF(), in.readInt(), in.readUTF()));
    }
    return new Judgement(
        new ClassificationReport(rows), importance, confusion, calibration, skipped);
  }

  private static Confusion readConfusion(DataInputStream in) throws IOException {
    List<String> labels = List.of(ModelFile.readStrings(in));
    int[][] counts = new int[labels.size() + 1][];
    for (int a = 0; a < counts.length; a++) {
      counts[a] = ModelFile.readInts(in);
    }
    return new Confusion(labels, counts);
  }

  private static void writeSide(DataOutputStream out, Side side) throws IOException {
    ModelFile.writeDoubles(
        out, new double[] {side.precision(), side.recall(), side.f1(), side.support()});
  }

  private static Side readSide(DataInputStream in) throws IOException {
    double[] v = ModelFile.readDoubles(in);
    return new Side(v[0], v[1], v[2], v[3]);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Model files of earlier formats are read for ever. */
@Tag("golden")
class ModelVersionTest {
  private static InputStream file(String name) {
    return ModelVersionTest.class.getResourceAsStream("/golden/umap/" + name);
  }

  @Test
  void versionOne() throws IOException {
    UmapModel model;
    try (InputStream in = file("model-1.bin")) {
      model = UmapModel.read(in);
    }
    assertEquals(
        UmapOptions.DEFAULTS.withNeighbors(5).withEpochs(50).withMinDist(0.1), model.options());
    assertEquals(3, model.dimensions());
    String places = new String(file("model-1-places.csv").readAllBytes(), StandardCharsets.UTF_8);
    double[] expected =
        places
            .lines()
            .skip(1)
            .flatMap(line -> Arrays.stream(line.split(",")))
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertArrayEquals(expected, model.embedding().values(), 0.0);
  }
}

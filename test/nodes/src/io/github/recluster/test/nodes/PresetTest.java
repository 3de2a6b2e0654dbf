// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.NodeSettings;
import org.knime.core.standin.DialogUpdates;
import org.knime.core.standin.ParametersFields;
import org.knime.core.standin.ParametersStore;
import org.knime.node.parameters.NodeParameters;

/** Presets fill in values, and nothing else. */
class PresetTest {
  private static final String UMAP = "umap.UmapEmbedParameters";
  private static final String HDBSCAN = "hdbscan.HdbscanClusterParameters";

  private static NodeParameters parameters(String name) throws Exception {
    return ParametersFields.create(
        Class.forName("io.github.recluster.nodes." + name).asSubclass(NodeParameters.class));
  }

  private static List<String> values(DialogUpdates dialog, String name) {
    return name.equals(UMAP)
        ? List.of(dialog.get("neighbors").toString(), dialog.get("minDist").toString())
        : List.of(dialog.get("minClusterSize").toString(), dialog.get("minSamples").toString());
  }

  private static Object preset(DialogUpdates dialog, String constant) {
    for (Object preset : dialog.get("preset").getClass().getEnumConstants()) {
      if (preset.toString().equals(constant)) {
        return preset;
      }
    }
    throw new AssertionError(constant);
  }

  @ParameterizedTest
  @CsvSource({
    UMAP + ", STEADY, 10, 0.0",
    UMAP + ", WALK_THROUGH, 10, 0.1",
    UMAP + ", UMAP_LEARN, 15, 0.1",
    HDBSCAN + ", STEADY, 30, 5",
    HDBSCAN + ", WALK_THROUGH, 10, 9",
    HDBSCAN + ", HDBSCAN, 5, 5"
  })
  @Tag("golden")
  void aPresetFillsInItsValuesAndIsFoundAgainByThem(
      String name, String constant, String first, String second) throws Exception {
    NodeParameters parameters = parameters(name);
    DialogUpdates dialog = DialogUpdates.open(parameters);
    assertEquals("STEADY", dialog.get("preset").toString());
    dialog.set("preset", preset(dialog, "CUSTOM"));
    dialog.set("preset", preset(dialog, constant));
    assertEquals(List.of(first, second), values(dialog, name));

    NodeSettings saved = new NodeSettings("model");
    ParametersStore.save(parameters, saved);
    assertFalse(saved.containsKey("preset"), "only the values are saved");
    NodeParameters loaded = ParametersStore.load(parameters.getClass(), saved);
    DialogUpdates again = DialogUpdates.open(loaded);
    assertEquals(constant, again.get("preset").toString());
    assertEquals(List.of(first, second), values(again, name));
  }

  @Test
  @Tag("edge")
  void otherValuesAreCustomAndStay() throws Exception {
    DialogUpdates dialog = DialogUpdates.open(parameters(UMAP));
    dialog.set("preset", preset(dialog, "CUSTOM"));
    assertEquals(List.of("10", "0.0"), values(dialog, UMAP));
    NodeParameters parameters = parameters(UMAP);
    ParametersFields.of(parameters.getClass()).stream()
        .filter(field -> field.getName().equals("neighbors"))
        .forEach(field -> ParametersFields.set(field, parameters, 12));
    DialogUpdates other = DialogUpdates.open(parameters);
    assertEquals("CUSTOM", other.get("preset").toString());
    assertEquals(List.of("12", "0.0"), values(other, UMAP));
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 100 4 0.1 1.0 1.0 1.0 1.0 0.0",
    "SMALL_DATA, 60 2 0.1 0.8 0.8 3.0 5.0 0.1",
    "TWO_TREES, 2 2 0.3 1.0 1.0 1.0 1.0 0.0"
  })
  @Tag("golden")
  void aPresetOfTreesFillsInAllTheirValues(String constant, String wanted) throws Exception {
    NodeParameters parameters = parameters("ovr.OneVsRestLearnerParameters");
    DialogUpdates dialog = DialogUpdates.open(parameters);
    assertEquals("STANDARD", dialog.get("preset").toString());
    dialog.set("preset", preset(dialog, "CUSTOM"));
    dialog.set("preset", preset(dialog, constant));
    assertEquals(wanted, trees(dialog));
    NodeSettings saved = new NodeSettings("model");
    ParametersStore.save(parameters, saved);
    assertFalse(saved.containsKey("preset"), "only the values are saved");
    DialogUpdates again = DialogUpdates.open(ParametersStore.load(parameters.getClass(), saved));
    assertEquals(constant, again.get("preset").toString());
    assertEquals(wanted, trees(again));
  }

  private static String trees(DialogUpdates dialog) {
    return Stream.of(
            "rounds",
            "maxDepth",
            "learningRate",
            "subsample",
            "columnSample",
            "minChildWeight",
            "l2",
            "minSplitLoss")
        .map(name -> dialog.get(name).toString())
        .collect(Collectors.joining(" "));
  }
}

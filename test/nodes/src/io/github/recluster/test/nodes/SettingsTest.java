// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.core.scaling.ScalerOptions;
import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestLearnerNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/**
 * What a saved workflow keeps of each node. The golden files are the settings of version 1: they
 * must load for ever, and saved again they are the same.
 */
class SettingsTest {
  static Iterable<Class<? extends NodeFactory<?>>> nodes() {
    return FrozenNamesTest.nodes();
  }

  private static NodeRun node(Class<? extends NodeFactory<?>> type) throws Exception {
    return new NodeRun(type.getConstructor().newInstance());
  }

  private static String xml(NodeSettings settings) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    settings.saveToXML(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("nodes")
  @Tag("golden")
  void defaultsAreThoseOfVersionOne(Class<? extends NodeFactory<?>> type) throws Exception {
    String name = "/settings/1.0/" + type.getSimpleName().replace("NodeFactory", "") + ".xml";
    try (InputStream in = SettingsTest.class.getResourceAsStream(name)) {
      String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, xml(node(type).settings()));
    }
  }

  @ParameterizedTest
  @MethodSource("nodes")
  @Tag("same")
  void settingsOfVersionOneLoadAndAreSavedAgain(Class<? extends NodeFactory<?>> type)
      throws Exception {
    String name = "/settings/1.0/" + type.getSimpleName().replace("NodeFactory", "") + ".xml";
    NodeSettings golden =
        (NodeSettings) NodeSettings.loadFromXML(SettingsTest.class.getResourceAsStream(name));
    NodeRun run = node(type);
    run.node.validateModelSettings(golden);
    run.node.loadModelSettingsFrom(golden);
    assertEquals(xml(golden), xml(run.settings()));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  @Tag("edge")
  void anAbsentKeyIsItsDefault(Class<? extends NodeFactory<?>> type) throws Exception {
    NodeRun run = node(type);
    String before = xml(run.settings());
    NodeSettings empty = new NodeSettings("model");
    run.node.validateModelSettings(empty);
    run.node.loadModelSettingsFrom(empty);
    assertEquals(before, xml(run.settings()));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  @Tag("law")
  void theLeastThatADialogTakesTheCoreTakesToo(Class<? extends NodeFactory<?>> type)
      throws Exception {
    String parameters = type.getName().replace("NodeFactory", "Parameters");
    if (getClass().getClassLoader().getResource(parameters.replace('.', '/') + ".class") == null) {
      return; // of several nodes, and no numbers but that of threads
    }
    for (Field field : Class.forName(parameters).getDeclaredFields()) {
      NumberInputWidget widget = field.getAnnotation(NumberInputWidget.class);
      if (widget == null || Modifier.isAbstract(widget.minValidation().getModifiers())) {
        continue;
      }
      MinValidation bound = widget.minValidation().getConstructor().newInstance();
      Method least = widget.minValidation().getDeclaredMethod("getMin");
      least.setAccessible(true);
      double value = (double) least.invoke(bound);
      if (!bound.isExclusive()) {
        node(type).with(s -> set(s, field, value)); // an exception would say what is wrong
      }
    }
  }

  private static void set(NodeSettings settings, Field field, double value) {
    if (field.getType() == int.class) {
      settings.addInt(field.getName(), (int) value);
    } else {
      settings.addDouble(field.getName(), value);
    }
  }

  @Test
  @Tag("same")
  void defaultsAreThoseOfTheCore() throws Exception {
    NodeSettings umap = node(UmapEmbedNodeFactory.class).settings();
    UmapOptions u = UmapOptions.DEFAULTS;
    assertEquals(u.neighbors(), umap.getInt("neighbors"));
    assertEquals(u.components(), umap.getInt("components"));
    assertEquals(u.metric().name(), umap.getString("metric"));
    assertEquals(u.minDist(), umap.getDouble("minDist"));
    assertEquals(u.seed(), umap.getInt("seed"));
    assertEquals(u.epochs(), umap.getInt("epochs"));
    assertEquals(u.targetWeight(), umap.getDouble("targetWeight"));
    assertEquals(u.densLambda(), umap.getDouble("densLambda"));
    NodeSettings hdbscan = node(HdbscanClusterNodeFactory.class).settings();
    HdbscanOptions h = HdbscanOptions.DEFAULTS;
    assertEquals(h.minClusterSize(), hdbscan.getInt("minClusterSize"));
    assertEquals(h.minSamples(), hdbscan.getInt("minSamples"));
    assertEquals(h.clusterSelectionMethod().name(), hdbscan.getString("clusterSelectionMethod"));
    NodeSettings ovr = node(OneVsRestLearnerNodeFactory.class).settings();
    OneVsRestOptions o = OneVsRestOptions.DEFAULTS;
    assertEquals(o.boosting().rounds(), ovr.getInt("rounds"));
    assertEquals(o.boosting().maxDepth(), ovr.getInt("maxDepth"));
    assertEquals(o.boosting().learningRate(), ovr.getDouble("learningRate"));
    assertEquals(o.minRows(), ovr.getInt("minRows"));
    assertEquals(o.folds(), ovr.getInt("folds"));
    assertEquals(o.heldOutShare(), ovr.getDouble("heldOutShare"));
    assertEquals(o.seed(), ovr.getInt("seed"));
    NodeSettings scale = node(ScaleNodeFactory.class).settings();
    assertEquals(ScalerOptions.DEFAULTS.method().name(), scale.getString("method"));
    assertEquals(ScalerOptions.DEFAULTS.encoding().name(), scale.getString("coding"));
  }
}

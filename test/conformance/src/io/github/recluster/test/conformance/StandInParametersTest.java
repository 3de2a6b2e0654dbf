// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.TypeFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** Parameters are saved and loaded as KNIME does it. */
@Tag("law")
class StandInParametersTest {
  enum Mode {
    MINMAX,
    ZSCORE
  }

  /** The options of KNIME's Normalizer, as far as its saved form tells. */
  static final class Normalizer implements NodeParameters {
    ColumnFilter m_dataColumnFilterConfig = new ColumnFilter().withIncludeUnknownColumns();
    Mode m_mode = Mode.MINMAX;

    @Persist(configKey = "new-min")
    double m_newMin;

    @Persist(configKey = "new-max")
    double m_newMax = 1;
  }

  /** One of each kind. */
  static final class Kinds implements NodeParameters {
    int m_int = 1;
    long m_long = Long.MAX_VALUE;
    boolean m_boolean = true;
    String m_text = "a";
    String[] m_texts = {"a", "b"};
    Optional<Integer> m_some = Optional.of(5);
    Optional<Integer> m_none = Optional.empty();
    Optional<Mode> m_mode = Optional.empty();
    Group m_group = new Group();
    Group[] m_list = {new Group(), new Group()};
  }

  /** A group. */
  static final class Group implements NodeParameters {
    double m_value = 0.25;
  }

  /** Absent fields are an error, but for one. */
  static final class Strict implements NodeParameters {
    int m_old = 1;

    @Migrate(loadDefaultIfAbsent = true)
    int m_added = 2;
  }

  /** Absent fields take their defaults; one field had another name. */
  @LoadDefaultsForAbsentFields
  static final class Lenient implements NodeParameters {
    int m_old = 1;
    Group m_group = new Group();

    @Migration(Renamed.class)
    int m_neighbors = 15;
  }

  /** Reads the other name. */
  static final class Renamed implements NodeParametersMigration<Integer> {
    @Override
    public List<ConfigMigration<Integer>> getConfigMigrations() {
      return List.of(
          ConfigMigration.builder(settings -> settings.getInt("k"))
              .withDeprecatedConfigPath("k")
              .build());
    }
  }

  /** Defaults that depend on the input. */
  static final class Columns implements NodeParameters {
    ColumnFilter m_columns = new ColumnFilter();

    Columns() {}

    Columns(NodeParametersInput input) {
      m_columns = new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input));
    }
  }

  private static NodeSettings saved(NodeParameters parameters) {
    NodeSettings settings = new NodeSettings("model");
    NodeParametersUtil.saveSettings(parameters.getClass(), parameters, settings);
    return settings;
  }

  /** A line an entry: key, type and value; a line a sub-settings: key and a brace. */
  private static List<String> lines(NodeSettings settings) throws IOException {
    ByteArrayOutputStream xml = new ByteArrayOutputStream();
    settings.saveToXML(xml);
    Pattern entry =
        Pattern.compile(
            "<entry key=\"(.*?)\" type=\"(.*?)\" (?:isnull=\"true\" )?value=\"(.*?)\"/>"
                + "|<config key=\"(.*?)\"");
    return entry
        .matcher(xml.toString(StandardCharsets.UTF_8))
        .results()
        .map(m -> m.group(4) != null ? m.group(4) + " {" : join(m.group(1), m.group(2), m.group(3)))
        .toList();
  }

  private static String join(String key, String type, String value) {
    return key + " " + type + " " + value;
  }

  @Test
  void savedAsInTheSampleOfNormalizer() throws IOException {
    assertEquals(
        List.of(
            "dataColumnFilterConfig {",
            "mode xstring MANUAL",
            "patternFilter {",
            "pattern xstring ",
            "isCaseSensitive xboolean false",
            "isInverted xboolean false",
            "manualFilter {",
            "manuallySelected {",
            "array-size xint 0",
            "manuallyDeselected {",
            "array-size xint 0",
            "includeUnknownColumns xboolean true",
            "typeFilter {",
            "selectedTypes {",
            "array-size xint 0",
            "mode xstring MINMAX",
            "new-min xdouble 0.0",
            "new-max xdouble 1.0"),
        lines(saved(new Normalizer())));
  }

  @Test
  void eachKindHasItsForm() throws IOException {
    assertEquals(
        List.of(
            "int xint 1",
            "long xlong 9223372036854775807",
            "boolean xboolean true",
            "text xstring a",
            "texts {",
            "array-size xint 2",
            "0 xstring a",
            "1 xstring b",
            "some xint 5",
            "some_is_present xboolean true",
            "none xint 0",
            "none_is_present xboolean false",
            "mode xstring ",
            "mode_is_present xboolean false",
            "group {",
            "value xdouble 0.25",
            "list {",
            "0 {",
            "value xdouble 0.25",
            "1 {",
            "value xdouble 0.25"),
        lines(saved(new Kinds())));
  }

  @Test
  void loadedAsSaved() throws Exception {
    Kinds kinds = new Kinds();
    kinds.m_int = -3;
    kinds.m_text = null;
    kinds.m_none = Optional.of(7);
    kinds.m_some = Optional.empty();
    kinds.m_mode = Optional.of(Mode.ZSCORE);
    kinds.m_group.m_value = 4;
    kinds.m_list = new Group[] {kinds.m_group};
    Kinds loaded = NodeParametersUtil.loadSettings(saved(kinds), Kinds.class);
    assertEquals(lines(saved(kinds)), lines(saved(loaded)));
    assertEquals(-3, loaded.m_int);
    assertEquals(Optional.of(Mode.ZSCORE), loaded.m_mode);
    assertEquals(4, loaded.m_list[0].m_value);
  }

  @Test
  void absentFieldsAreAnErrorUnlessTheySayOtherwise() throws Exception {
    NodeSettings settings = new NodeSettings("model");
    assertThrows(
        InvalidSettingsException.class,
        () -> NodeParametersUtil.loadSettings(settings, Strict.class));
    settings.addInt("old", 8);
    Strict strict = NodeParametersUtil.loadSettings(settings, Strict.class);
    assertEquals(8, strict.m_old);
    assertEquals(2, strict.m_added);
    settings.addString("added", "of the wrong type");
    assertThrows(
        InvalidSettingsException.class,
        () -> NodeParametersUtil.loadSettings(settings, Strict.class));
  }

  @Test
  void absentFieldsTakeDefaultsOrTheirFormerName() throws Exception {
    NodeSettings settings = new NodeSettings("model");
    assertThrows(
        InvalidSettingsException.class,
        () -> NodeParametersUtil.loadSettings(settings, Lenient.class));
    settings.addInt("k", 30);
    Lenient lenient = NodeParametersUtil.loadSettings(settings, Lenient.class);
    assertEquals(1, lenient.m_old);
    assertEquals(0.25, lenient.m_group.m_value);
    assertEquals(30, lenient.m_neighbors);
  }

  @Test
  void anUnknownConstantNamesThePossibleOnes() {
    NodeSettings settings = saved(new Normalizer());
    settings.addString("mode", "RANK");
    InvalidSettingsException e =
        assertThrows(
            InvalidSettingsException.class,
            () -> NodeParametersUtil.loadSettings(settings, Normalizer.class));
    assertTrue(e.getMessage().contains("MINMAX") && e.getMessage().contains("RANK"));
  }

  @Test
  void filtersChooseByHandByPatternAndByType() {
    DataTableSpec spec = table();
    ColumnFilter filter = new ColumnFilter(new String[] {"b", "gone"});
    assertArrayEquals(new String[] {"b"}, filter.filterFromFullSpec(spec));
    assertArrayEquals(new String[] {"gone"}, filter.getMissingSelectedFromFullSpec(spec));
    filter.m_manualFilter.m_manuallyDeselected = new String[] {"a"};
    filter.withIncludeUnknownColumns();
    assertArrayEquals(new String[] {"b", "c"}, filter.filterFromFullSpec(spec));
    filter.m_mode = TypedStringFilterMode.WILDCARD;
    filter.m_patternFilter.m_pattern = "?";
    assertArrayEquals(new String[] {"a", "b", "c"}, filter.filterFromFullSpec(spec));
    filter.m_mode = TypedStringFilterMode.REGEX;
    filter.m_patternFilter.m_pattern = "A|C";
    assertArrayEquals(new String[] {"a", "c"}, filter.filterFromFullSpec(spec));
    filter.m_mode = TypedStringFilterMode.TYPE;
    TypeFilter types = filter.m_typeFilter;
    types.m_selectedTypes = new String[] {StringCell.TYPE.getPreferredValueClass().getName()};
    assertArrayEquals(new String[] {"c"}, filter.filterFromFullSpec(spec));
  }

  @Test
  void defaultsFollowTheInput() {
    Columns columns =
        NodeParametersUtil.createSettings(Columns.class, new PortObjectSpec[] {table()});
    assertArrayEquals(new String[] {"a", "b"}, columns.m_columns.filterFromFullSpec(table()));
    Columns unconnected =
        NodeParametersUtil.createSettings(Columns.class, new PortObjectSpec[] {null});
    assertArrayEquals(new String[0], unconnected.m_columns.filterFromFullSpec(table()));
  }

  private static DataTableSpec table() {
    return new DataTableSpec(
        new DataColumnSpec[] {
          new DataColumnSpecCreator("a", DoubleCell.TYPE).createSpec(),
          new DataColumnSpecCreator("b", DoubleCell.TYPE).createSpec(),
          new DataColumnSpecCreator("c", StringCell.TYPE).createSpec()
        });
  }
}

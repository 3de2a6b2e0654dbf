// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Saves and loads parameters field by field.
 *
 * <p>Groups become settings of their own, lists of groups settings with the keys 0, 1, …; an
 * optional value has a second entry, {@code <key>_is_present}. An absent entry is an error unless
 * the class or the field says what to take.
 */
public final class ParametersStore {
  private ParametersStore() {}

  /** Saves all fields. */
  @SuppressWarnings("unchecked")
  public static void save(Persistable parameters, NodeSettingsWO settings) {
    Persistor own = parameters.getClass().getAnnotation(Persistor.class);
    if (own != null) {
      ParametersFields.create(own.value()).save(parameters, settings);
      return;
    }
    for (Field field : ParametersFields.of(parameters.getClass())) {
      saveField(field, parameters, settings);
    }
  }

  @SuppressWarnings("unchecked")
  private static void saveField(Field field, Object owner, NodeSettingsWO settings) {
    Object value = ParametersFields.get(field, owner);
    String key = ParametersFields.key(field);
    Persistor persistor = field.getAnnotation(Persistor.class);
    if (persistor != null) {
      ParametersFields.create(persistor.value()).save(value, settings);
    } else if (value instanceof Persistable group) {
      save(group, settings.addNodeSettings(key));
    } else if (ParametersFields.isListOfGroups(field)) {
      saveList(value, settings.addNodeSettings(key));
    } else if (ParametersFields.isOptional(field)) {
      saveOptional((Optional<?>) value, ParametersFields.content(field), key, settings);
    } else {
      LeafPersistors.of(field.getType()).save(settings, key, value);
    }
  }

  private static void saveList(Object list, NodeSettingsWO settings) {
    int i = 0;
    for (Object element : list instanceof Object[] array ? List.of(array) : (Collection<?>) list) {
      save((Persistable) element, settings.addNodeSettings(Integer.toString(i++)));
    }
  }

  private static void saveOptional(
      Optional<?> value, Class<?> content, String key, NodeSettingsWO settings) {
    LeafPersistors.Leaf<?> leaf = LeafPersistors.of(content);
    if (value.isPresent()) {
      leaf.save(settings, key, value.get());
    } else {
      leaf.saveEmpty(settings, key);
    }
    settings.addBoolean(key + "_is_present", value.isPresent());
  }

  /** Makes parameters from what was saved. */
  public static <T extends Persistable> T load(Class<T> clazz, NodeSettingsRO settings)
      throws InvalidSettingsException {
    Persistor own = clazz.getAnnotation(Persistor.class);
    NodeParametersPersistor<?> persistor =
        own == null ? null : ParametersFields.create(own.value());
    String[][] paths = persistor == null ? new String[][] {{}} : persistor.getConfigPaths();
    Optional<ConfigMigration<?>> older =
        olderForm(clazz.getAnnotation(Migration.class), paths, settings);
    if (older.isPresent()) {
      return clazz.cast(older.get().getLoader().load(settings));
    }
    if (persistor != null) {
      return clazz.cast(persistor.load(settings));
    }
    T loaded = ParametersFields.create(clazz);
    boolean defaults = clazz.isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    for (Field field : ParametersFields.of(clazz)) {
      loadField(field, loaded, defaults, settings);
    }
    return loaded;
  }

  private static void loadField(
      Field field, Object owner, boolean defaults, NodeSettingsRO settings)
      throws InvalidSettingsException {
    Persistor own = field.getAnnotation(Persistor.class);
    NodeParametersPersistor<?> persistor =
        own == null ? null : ParametersFields.create(own.value());
    String key = ParametersFields.key(field);
    String[][] paths = persistor == null ? new String[][] {{key}} : persistor.getConfigPaths();
    Migration migration = field.getAnnotation(Migration.class);
    Migrate migrate = field.getAnnotation(Migrate.class);
    boolean mayBeAbsent =
        (migrate != null && migrate.loadDefaultIfAbsent()) || (defaults && migration == null);
    if (mayBeAbsent && Stream.of(paths).noneMatch(path -> hasPath(settings, path))) {
      return;
    }
    Optional<ConfigMigration<?>> older = olderForm(migration, paths, settings);
    Object value;
    if (older.isPresent()) {
      value = older.get().getLoader().load(settings);
    } else if (persistor != null) {
      value = persistor.load(settings);
    } else {
      value = loadValue(field, owner, key, settings);
    }
    ParametersFields.set(field, owner, value);
  }

  private static Object loadValue(Field field, Object owner, String key, NodeSettingsRO settings)
      throws InvalidSettingsException {
    Class<?> type = ParametersFields.type(field, owner);
    if (Persistable.class.isAssignableFrom(type)) {
      return load(type.asSubclass(Persistable.class), settings.getNodeSettings(key));
    }
    if (ParametersFields.isListOfGroups(field)) {
      return loadList(field, settings.getNodeSettings(key));
    }
    if (ParametersFields.isOptional(field)) {
      return settings.getBoolean(key + "_is_present", true)
          ? Optional.ofNullable(
              LeafPersistors.of(ParametersFields.content(field)).reader().read(settings, key))
          : Optional.empty();
    }
    return LeafPersistors.of(type).reader().read(settings, key);
  }

  private static Object loadList(Field field, NodeSettingsRO settings)
      throws InvalidSettingsException {
    var group = ParametersFields.content(field).asSubclass(Persistable.class);
    int size = (int) settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
    List<Persistable> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(load(group, settings.getNodeSettings(Integer.toString(i))));
    }
    return field.getType().isArray()
        ? list.toArray((Object[]) Array.newInstance(group, size))
        : list;
  }

  private static Optional<ConfigMigration<?>> olderForm(
      Migration migration, String[][] newPaths, NodeSettingsRO settings) {
    if (migration == null) {
      return Optional.empty();
    }
    NodeParametersMigration<?> forms = ParametersFields.create(migration.value());
    for (ConfigMigration<?> form : forms.getConfigMigrations()) {
      boolean fits =
          form.getMatcher() instanceof NewPathsAbsent
              ? Stream.of(newPaths).noneMatch(path -> hasPath(settings, path))
              : form.getMatcher().test(settings);
      if (fits) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Whether something is saved under a path of keys. */
  public static boolean hasPath(NodeSettingsRO settings, String... path) {
    try {
      NodeSettingsRO at = settings;
      for (int i = 0; i < path.length - 1; i++) {
        at = at.getNodeSettings(path[i]);
      }
      return path.length == 0 || at.containsKey(path[path.length - 1]);
    } catch (InvalidSettingsException absent) {
      return false;
    }
  }
}

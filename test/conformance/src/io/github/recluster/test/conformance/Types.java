// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Types by name, from a list, from class files or from the running JDK. */
interface Types {
  /** The type, where it is known. */
  Optional<ApiType> find(String name);

  /** A type and all that it inherits from, itself first, each before its own supertypes. */
  default Set<String> lineage(String name) {
    Set<String> all = new LinkedHashSet<>();
    addLineage(name, all);
    return all;
  }

  private void addLineage(String name, Set<String> all) {
    if (all.add(name)) {
      find(name).ifPresent(type -> type.supertypes().forEach(s -> addLineage(s, all)));
    }
  }

  /** The member that a reference to an owner finds: its own, or that of the nearest supertype. */
  default Optional<ApiMember> resolve(String owner, String key) {
    if (key.startsWith("<init>")) {
      return find(owner).map(type -> type.members().get(key));
    }
    return lineage(owner).stream()
        .flatMap(name -> find(name).stream())
        .flatMap(type -> Optional.ofNullable(type.members().get(key)).stream())
        .findFirst()
        .or(() -> find("java.lang.Object").map(object -> object.members().get(key)));
  }

  /** The abstract methods that a subtype of all these supertypes has to implement. */
  default Map<String, ApiMember> unimplemented(Iterable<String> supertypes) {
    Map<String, ApiMember> open = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    supertypes.forEach(name -> all.addAll(lineage(name)));
    for (String name : all) {
      find(name)
          .ifPresent(
              type ->
                  type.members().values().stream()
                      .filter(m -> m.isMethod() && m.isAbstract())
                      .forEach(m -> open.putIfAbsent(m.key(), m)));
    }
    open.values().removeIf(method -> isImplemented(method, all));
    return open;
  }

  private boolean isImplemented(ApiMember method, Set<String> all) {
    return Stream.concat(all.stream(), Stream.of("java.lang.Object"))
        .flatMap(name -> find(name).stream())
        .filter(type -> !type.isInterface() || lineage(type.name()).contains(method.owner()))
        .map(type -> type.members().get(method.key()))
        .anyMatch(m -> m != null && !m.isAbstract());
  }

  /** First these, then the others. */
  default Types or(Types others) {
    return name -> find(name).or(() -> others.find(name));
  }
}

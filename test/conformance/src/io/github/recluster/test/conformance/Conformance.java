// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import io.github.recluster.test.conformance.ApiType.Kind;
import io.github.recluster.test.conformance.Use.How;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares class files with the signatures of a real KNIME: what a bundle refers to, extends and
 * implements must be there as it expects it; what a stand-in declares must be there as it says.
 */
final class Conformance {
  /** A stand-in's own helpers, which no KNIME has. */
  private static final String HELPERS = "org.knime.core.standin.";

  private final SignatureList list;
  private final Types real;
  private final Predicate<String> isKnime;
  private final Set<String> violations = new TreeSet<>();

  Conformance(SignatureList list, Predicate<String> isKnime) {
    this.list = list;
    this.real = list.or(ClassFiles.JDK);
    this.isKnime = isKnime;
  }

  /** Lists all violations of the built bundles. Arguments: the root of the build, the lists. */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    for (String path : List.of(arguments).subList(1, arguments.length)) {
      Conformance check = ofBuild(SignatureList.read(Path.of(path)), root);
      System.out.println(path + ": " + check.violations().size() + " violations");
      check.violations().forEach(violation -> System.out.println("  " + violation));
    }
  }

  /** The check of the node bundle and of both stand-ins. */
  static Conformance ofBuild(SignatureList list, Path root) {
    Conformance check = new Conformance(list, name -> name.startsWith("org.knime."));
    check.checkUses(ClassFiles.ofJars(ClassFiles.jarOf(root, "plugin/nodes")));
    check.checkStandIn(standIns(root));
    return check;
  }

  static ClassFiles standIns(Path root) {
    return ClassFiles.ofJars(
        ClassFiles.jarOf(root, "test/standin/core"), ClassFiles.jarOf(root, "test/standin/ui"));
  }

  Collection<String> violations() {
    return violations;
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more library
  private void violation(String text, Object... arguments) {
    violations.add(text.formatted(arguments));
  }

  // --- what a bundle refers to

  void checkUses(ClassFiles bundle) {
    for (ClassFile file : bundle.all()) {
      for (Use use : file.uses()) {
        if (isKnime.test(use.owner())) {
          checkUse(file.name(), use);
        } else if (!use.key().isEmpty() && bundle.find(use.owner()).isPresent()) {
          checkInheritedUse(file.name(), use, bundle.or(real));
        }
      }
      checkInherited(file.declared(), bundle);
    }
  }

  /** A class file names the class that inherits a member, not the one that declares it. */
  private void checkInheritedUse(String user, Use use, Types all) {
    if (all.lineage(use.owner()).stream().noneMatch(isKnime)) {
      return;
    }
    Optional<ApiMember> found = all.resolve(use.owner(), use.key());
    if (found.isEmpty()) {
      violation("%s uses %s, which does not exist", user, use.text());
    } else if (isKnime.test(found.get().owner())) {
      checkAccess(user, use, found.get());
    }
  }

  private void checkUse(String user, Use use) {
    if (list.isOnlyMentioned(use.owner()) && use.key().isEmpty()) {
      return;
    }
    Optional<ApiType> owner = list.find(use.owner());
    if (owner.isEmpty()) {
      violation("%s uses %s, which does not exist", user, use.owner());
    } else if (!owner.get().isVisible()) {
      violation("%s uses %s, which is not public", user, use.owner());
    } else if (use.how() == How.LAMBDA) {
      checkLambda(user, use);
    } else if (use.how() == How.SUPERTYPE || use.how() == How.ANNOTATION) {
      checkHead(user, use, owner.get());
    } else if (!use.key().isEmpty()) {
      checkMember(user, use, owner.get());
    }
  }

  private void checkHead(String user, Use use, ApiType owner) {
    if (use.how() == How.ANNOTATION && owner.kind() != Kind.ANNOTATION) {
      violation("%s is annotated with %s, which is no annotation", user, owner.name());
    }
    if (use.how() == How.SUPERTYPE && owner.isFinal()) {
      violation("%s extends %s, which is final", user, owner.name());
    }
  }

  private void checkMember(String user, Use use, ApiType owner) {
    Optional<ApiMember> found =
        use.how() == How.ELEMENT ? element(owner, use) : real.resolve(use.owner(), use.key());
    if (found.isEmpty()) {
      violation("%s uses %s, which does not exist", user, use.text());
      return;
    }
    ApiMember member = found.get();
    if (use.how() != How.ELEMENT) {
      checkAccess(user, use, member);
    }
    if (use.how().isCall() && owner.isInterface() != use.how().isOnInterface()) {
      violation("%s uses %s, whose owner is %s", user, use.text(), owner.kind());
    }
  }

  private void checkAccess(String user, Use use, ApiMember member) {
    if (member.isStatic() != use.how().isStatic()) {
      violation(
          "%s uses %s, which is %s", user, use.text(), member.isStatic() ? "static" : "not static");
    }
    if (use.how().isWrite() && member.isFinal()) {
      violation("%s writes %s, which is final", user, use.text());
    }
  }

  private static Optional<ApiMember> element(ApiType owner, Use use) {
    return owner.members().values().stream()
        .filter(
            m ->
                use.key().endsWith("[") ? m.key().startsWith(use.key()) : m.key().equals(use.key()))
        .findFirst();
  }

  private void checkLambda(String user, Use use) {
    Map<String, ApiMember> open = real.unimplemented(List.of(use.owner()));
    if (!open.keySet().equals(Set.of(use.key()))) {
      violation(
          "%s makes a lambda of %s for %s, which asks for %s",
          user, use.key(), use.owner(), open.keySet());
    }
  }

  // --- what a bundle inherits

  private void checkInherited(ApiType type, ClassFiles bundle) {
    if (real.or(bundle).lineage(type.name()).stream().noneMatch(isKnime)) {
      return;
    }
    Types all = bundle.or(real);
    for (String parent : type.supertypes()) {
      list.find(parent)
          .filter(t -> t.isInterface() != isImplementedAsInterface(type, parent))
          .ifPresent(t -> violation("%s inherits %s, which is %s", type.name(), parent, t.kind()));
    }
    if (!type.isAbstract()) {
      all.unimplemented(List.of(type.name())).values().stream()
          .filter(method -> isKnime.test(method.owner()))
          .forEach(method -> violation("%s does not implement %s", type.name(), method));
    }
    type.members().values().forEach(member -> checkOverride(type, member));
  }

  private static boolean isImplementedAsInterface(ApiType type, String parent) {
    return type.isInterface() || !parent.equals(type.supertypes().get(0));
  }

  private void checkOverride(ApiType type, ApiMember member) {
    if (!member.isMethod() || member.name().startsWith("<") || member.words().contains("private")) {
      return;
    }
    for (String parent : type.supertypes()) {
      real.resolve(parent, member.key())
          .filter(m -> isKnime.test(m.owner()))
          .ifPresent(
              m -> {
                if (m.isFinal() || m.isStatic() != member.isStatic()) {
                  violation("%s overrides %s, which is final or static", type.name(), m);
                }
                if (m.isPublic() && !member.isPublic()) {
                  violation("%s overrides %s, which is public", type.name(), m);
                }
              });
    }
  }

  // --- what a stand-in declares

  void checkStandIn(ClassFiles standIn) {
    for (ClassFile file : standIn.all()) {
      if (file.declared().isVisible()
          && !isHelper(file.name())
          && !isOnlyVisibleInside(file, standIn)) {
        checkDeclared(file.declared());
        checkRetention(file);
      }
    }
  }

  private static boolean isHelper(String name) {
    return name.startsWith(HELPERS);
  }

  private static boolean isOnlyVisibleInside(ClassFile file, ClassFiles standIn) {
    int dollar = file.name().lastIndexOf('$');
    return dollar >= 0
        && standIn.find(file.name().substring(0, dollar)).filter(ApiType::isVisible).isEmpty();
  }

  /** All annotations of parameters are read while running; the lists do not tell that. */
  private void checkRetention(ClassFile file) {
    boolean isKept =
        file.uses().stream()
            .anyMatch(use -> use.text().startsWith("java.lang.annotation.RetentionPolicy.RUNTIME"));
    if (file.declared().kind() == Kind.ANNOTATION && !isKept) {
      violation("stand-in: %s must be kept until run time", file.name());
    }
  }

  private void checkDeclared(ApiType type) {
    Optional<ApiType> found = list.find(type.name());
    if (found.isEmpty()) {
      if (!list.isOnlyMentioned(type.name())) {
        violation("stand-in: %s does not exist", type.name());
      }
      return;
    }
    ApiType model = found.get();
    if (model.kind() != type.kind()) {
      violation("stand-in: %s is %s, really %s", type.name(), type.kind(), model.kind());
    }
    if (type.kind() == Kind.CLASS && model.isFinal() != type.isFinal()) {
      violation("stand-in: %s must%s be final", type.name(), model.isFinal() ? "" : " not");
    }
    if (type.kind() == Kind.CLASS && model.isAbstract() != type.isAbstract()) {
      violation("stand-in: %s must%s be abstract", type.name(), model.isAbstract() ? "" : " not");
    }
    Set<String> lineage = real.lineage(type.name());
    type.supertypes().stream()
        .filter(parent -> !isHelper(parent) && !parent.equals("java.lang.Object"))
        .filter(parent -> !lineage.contains(parent))
        .forEach(parent -> violation("stand-in: %s is really no %s", type.name(), parent));
    type.members().values().forEach(member -> checkDeclared(type, member));
  }

  private void checkDeclared(ApiType type, ApiMember member) {
    boolean isVisible = member.isPublic() || member.words().contains("protected");
    boolean isMade = member.words().contains("synthetic") || member.words().contains("bridge");
    // A record cannot hide its constructor; whether a bundle calls it is checked there.
    boolean isOfRecord = type.kind() == Kind.RECORD && member.name().equals("<init>");
    if (!isVisible || isMade || isOfRecord) {
      return;
    }
    Optional<ApiMember> found = real.resolve(type.name(), member.key());
    if (found.isEmpty()) {
      violation("stand-in: %s does not exist", member);
      return;
    }
    ApiMember model = found.get();
    if (model.isStatic() != member.isStatic()) {
      violation("stand-in: %s must%s be static", member, model.isStatic() ? "" : " not");
    }
    boolean isFinalOwner = type.isFinal() || type.kind() == Kind.ENUM || type.kind() == Kind.RECORD;
    if (model.isFinal() != member.isFinal() && !(member.isMethod() && isFinalOwner)) {
      violation("stand-in: %s must%s be final", member, model.isFinal() ? "" : " not");
    }
    if (member.isPublic() && !model.isPublic()) {
      violation("stand-in: %s is really protected", member);
    }
  }

  // --- what is used at all

  /**
   * The KNIME types and members that a bundle uses, one a line, sorted; inherited ones at the
   * supertype where the stand-in declares them.
   */
  static List<String> used(ClassFiles bundle, Types standIn, Predicate<String> isKnime) {
    Types all = bundle.or(standIn);
    Set<String> lines = new TreeSet<>();
    for (ClassFile file : bundle.all()) {
      for (Use use : file.uses()) {
        if (isKnime.test(use.owner())) {
          lines.add(use.text());
        } else if (!use.key().isEmpty()) {
          all.resolve(use.owner(), use.key())
              .filter(member -> isKnime.test(member.owner()))
              .ifPresent(member -> lines.add(member.toString()));
        }
      }
    }
    return new ArrayList<>(lines);
  }
}

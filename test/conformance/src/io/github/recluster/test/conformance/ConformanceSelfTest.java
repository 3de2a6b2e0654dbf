// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself finds nothing where nothing is wrong, and each kind of thing that is. */
@Tag("law")
class ConformanceSelfTest {
  private static final String LIST =
      """
      public interface F$Shape
        public abstract double area()   # ()D
        public default java.lang.String name()   # ()Ljava/lang/String;
      public abstract class F$Sized
        protected int size   # I
        protected F$Sized()   # ()V
        public static int unit()   # ()I
        public int twice()   # ()I
      public interface F$Measure
        public abstract int of(java.lang.String)   # (Ljava/lang/String;)I
      public interface F$Mark extends java.lang.annotation.Annotation
        public abstract java.lang.String value()   # ()Ljava/lang/String;
      public interface F$Base<T extends java.util.List<T>>
        public abstract int more()   # ()I
      """;

  private static Conformance check(String list) {
    String named = list.replace("F$", Fixture.class.getName() + "$");
    return new Conformance(
        SignatureList.of("list", named.lines().toList()),
        name -> name.startsWith(Fixture.class.getName() + "$") && !name.endsWith("$Square"));
  }

  private static Collection<String> violationsOfBundle(String list) {
    Conformance check = check(list);
    check.checkUses(ClassFiles.ofClasses(Fixture.Square.class));
    return check.violations();
  }

  private static Collection<String> violationsOfStandIn(String list) {
    Conformance check = check(list + "public final class " + Fixture.class.getName() + "\n");
    check.checkStandIn(
        ClassFiles.ofClasses(
            Fixture.class,
            Fixture.Shape.class,
            Fixture.Sized.class,
            Fixture.Measure.class,
            Fixture.Mark.class));
    return check.violations();
  }

  @Test
  void nothingWrongIsFoundWhereNothingIs() {
    assertEquals(List.of(), List.copyOf(violationsOfBundle(LIST)));
    assertEquals(List.of(), List.copyOf(violationsOfStandIn(LIST)));
  }

  @Test
  void usesAreListedWhereTheyAreDeclared() {
    String name = Fixture.class.getName() + "$";
    List<String> used =
        Conformance.used(
            ClassFiles.ofClasses(Fixture.Square.class),
            ClassFiles.ofClasses(Fixture.Shape.class, Fixture.Sized.class),
            owner -> owner.startsWith(name) && !owner.equals(name + "Square"));
    assertTrue(used.contains(name + "Sized.twice()I"), used::toString);
    assertTrue(used.contains(name + "Sized.size:I"), used::toString);
    assertTrue(used.contains(name + "Measure.of(Ljava/lang/String;)I"), used::toString);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int twice()   # ()I           | int twice()   # ()J              | twice()I, which does not exist
          public static int unit        | public int unit                  | unit()I, which is not static
          public int twice              | public static int twice          | twice()I, which is static
          protected int size            | protected final int size         | writes
          public abstract class F$Sized | public final class F$Sized       | Sized, which is final
          public interface F$Shape      | public class F$Shape             | Shape, which is CLASS
          public interface F$Shape      | public interface F$Shape extends F$Base | does not implement
          public default java           | public abstract java             | does not implement
          public abstract double area   | public final double area         | overrides
          of(java.lang.String)   # (L   | of(java.lang.String)   # (ZL     | makes a lambda
          public interface F$Measure    | public interface F$Measure extends F$Base | makes a lambda
          String value()   # (          | String title()   # (             | value()
          class F$Sized                 | class F$Other                    | Sized, which does not exist
          public abstract class F$Sized | abstract class F$Sized           | Sized, which is not public
          extends java.lang.annotation.Annotation | extends F$Base         | which is no annotation
          protected F$Sized()   # ()V   | protected F$Sized(int)   # (I)V  | <init>()V, which does not exist
          """)
  void wrongUsesAreFound(String right, String wrong, String expected) {
    assertFound(violationsOfBundle(changed(right, wrong)), expected);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int twice()   # ()I           | int twice()   # ()J        | twice()I does not exist
          public static int unit        | public int unit            | unit()I must not be static
          public int twice              | public final int twice     | twice()I must be final
          public int twice              | protected int twice        | is really protected
          protected int size            | protected final int size   | size:I must be final
          public abstract class F$Sized | public class F$Sized       | must not be abstract
          public abstract class F$Sized | public final class F$Sized | must be final
          public interface F$Shape      | public class F$Shape       | is INTERFACE, really CLASS
          interface F$Measure           | interface F$Other          | Measure does not exist
          String value()   # (          | String title()   # (       | value()Ljava/lang/String; does not exist
          """)
  void wrongDeclarationsAreFound(String right, String wrong, String expected) {
    assertFound(violationsOfStandIn(changed(right, wrong)), expected);
  }

  @Test
  void annotationsMustBeKept() {
    Conformance check =
        check(
            LIST
                + "public final class "
                + Fixture.class.getName()
                + "\npublic interface F$Fleeting extends java.lang.annotation.Annotation\n");
    check.checkStandIn(ClassFiles.ofClasses(Fixture.class, Fixture.Fleeting.class));
    assertFound(check.violations(), "Fleeting must be kept until run time");
  }

  private static String changed(String right, String wrong) {
    assertTrue(LIST.contains(right), right);
    return LIST.replace(right, wrong);
  }

  private static void assertFound(Collection<String> violations, String expected) {
    assertTrue(
        violations.stream().anyMatch(violation -> violation.contains(expected)),
        "expected '" + expected + "' in " + violations);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a class file declares, and what it refers to.
 *
 * @param declared the type; all members are in it, private ones too
 */
record ClassFile(ApiType declared, Set<Use> uses) {
  static ClassFile of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Declarations declarations = new Declarations();
    reader.accept(declarations, ClassReader.SKIP_CODE);
    UseCollector uses = new UseCollector();
    reader.accept(uses, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassFile(declarations.type, uses.uses());
  }

  String name() {
    return declared.name();
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  private static Set<String> words(int access, boolean isMethod) {
    Set<String> words = new LinkedHashSet<>();
    addWord(words, access, Opcodes.ACC_PUBLIC, "public");
    addWord(words, access, Opcodes.ACC_PROTECTED, "protected");
    addWord(words, access, Opcodes.ACC_PRIVATE, "private");
    addWord(words, access, Opcodes.ACC_STATIC, "static");
    addWord(words, access, Opcodes.ACC_FINAL, "final");
    addWord(words, access, Opcodes.ACC_ABSTRACT, "abstract");
    addWord(words, access, Opcodes.ACC_SYNTHETIC, "synthetic");
    if (isMethod) {
      addWord(words, access, Opcodes.ACC_BRIDGE, "bridge");
    }
    return words;
  }

  private static void addWord(Set<String> words, int access, int flag, String word) {
    if ((access & flag) != 0) {
      words.add(word);
    }
  }

  private static final class Declarations extends ClassVisitor {
    private ApiType type;

    Declarations() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String parent,
        String[] interfaces) {
      boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      List<String> supertypes = new ArrayList<>();
      if (!isInterface && parent != null) {
        supertypes.add(dotted(parent));
      }
      for (String each : interfaces) {
        supertypes.add(dotted(each));
      }
      type =
          new ApiType(
              dotted(name),
              ApiType.Kind.of(isInterface, supertypes),
              words(access & ~Opcodes.ACC_BRIDGE, false),
              supertypes,
              new LinkedHashMap<>());
    }

    @Override
    public void visitInnerClass(String name, String outer, String innerName, int access) {
      if (dotted(name).equals(type.name())) { // these flags are the true ones of a nested type
        type.words().clear();
        type.words().addAll(words(access, false));
      }
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      add(new ApiMember(type.name(), name, descriptor, false, words(access, false)));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      add(new ApiMember(type.name(), name, descriptor, true, words(access, true)));
      return null;
    }

    private void add(ApiMember member) {
      type.members().put(member.key(), member);
    }
  }

  /** The name of a type in a descriptor; nothing for a primitive one. */
  static String typeName(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.getSort() == Type.OBJECT ? element.getClassName() : "";
  }
}

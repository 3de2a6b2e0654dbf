// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import io.github.recluster.test.conformance.Use.How;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Collects what a class file refers to: in its head, its members, its code and annotations. */
final class UseCollector extends ClassVisitor {
  private final Set<Use> uses = new TreeSet<>();

  UseCollector() {
    super(Opcodes.ASM9);
  }

  Set<Use> uses() {
    return uses;
  }

  private void type(Type type) {
    if (type.getSort() == Type.METHOD) {
      type(type.getReturnType());
      for (Type argument : type.getArgumentTypes()) {
        type(argument);
      }
      return;
    }
    String name = ClassFile.typeName(type);
    if (!name.isEmpty()) {
      uses.add(new Use(How.TYPE, name, ""));
    }
  }

  private void descriptor(String descriptor) {
    type(Type.getType(descriptor));
  }

  private void internalName(String name) {
    type(Type.getObjectType(name));
  }

  private void signature(String signature) {
    if (signature != null) {
      new SignatureReader(signature)
          .accept(
              new SignatureVisitor(Opcodes.ASM9) {
                private String name;

                @Override
                public void visitClassType(String newName) {
                  name = newName;
                  internalName(name);
                }

                @Override
                public void visitInnerClassType(String inner) {
                  name = name + "$" + inner;
                  internalName(name);
                }
              });
    }
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    signature(signature);
    if (parent != null) {
      uses.add(new Use(How.SUPERTYPE, ClassFile.dotted(parent), ""));
    }
    for (String each : interfaces) {
      uses.add(new Use(How.SUPERTYPE, ClassFile.dotted(each), ""));
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotation(descriptor);
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    descriptor(descriptor);
    signature(signature);
    return new RecordComponentVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return annotation(annotation);
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    descriptor(descriptor);
    signature(signature);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return annotation(annotation);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    descriptor(descriptor);
    signature(signature);
    if (exceptions != null) {
      for (String exception : exceptions) {
        internalName(exception);
      }
    }
    return new Code();
  }

  private AnnotationVisitor annotation(String descriptor) {
    String name = Type.getType(descriptor).getClassName();
    uses.add(new Use(How.ANNOTATION, name, ""));
    return new Elements(name);
  }

  /** An annotation's elements, or those of an array in it. */
  private class Elements extends AnnotationVisitor {
    private final String owner;

    Elements(String owner) {
      super(Opcodes.ASM9);
      this.owner = owner;
    }

    private void element(String name, String descriptor) {
      if (name != null) {
        uses.add(new Use(How.ELEMENT, owner, name + "()" + descriptor));
      }
    }

    @Override
    public void visit(String name, Object value) {
      element(name, descriptorOf(value));
      if (value instanceof Type type) {
        type(type);
      }
    }

    private static String descriptorOf(Object value) {
      if (value instanceof Type) {
        return "Ljava/lang/Class;";
      }
      if (value instanceof String) {
        return "Ljava/lang/String;";
      }
      if (value.getClass().isArray()) {
        return Type.getDescriptor(value.getClass());
      }
      return switch (value.getClass().getSimpleName()) {
        case "Integer" -> "I";
        case "Long" -> "J";
        case "Boolean" -> "Z";
        default -> value.getClass().getSimpleName().substring(0, 1);
      };
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
      element(name, descriptor);
      String type = Type.getType(descriptor).getClassName();
      uses.add(new Use(How.READ_STATIC, type, value + ":" + descriptor));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
      element(name, descriptor);
      return annotation(descriptor);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      element(name, "["); // the type of its elements is known by what the list says
      return new Elements(owner) {
        @Override
        public void visit(String none, Object value) {
          if (value instanceof Type type) {
            type(type);
          }
        }
      };
    }
  }

  /** The instructions of a method. */
  private final class Code extends MethodVisitor {
    Code() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return annotation(descriptor);
    }

    @Override
    public void visitTypeInsn(int opcode, String name) {
      internalName(name);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String name) {
      if (name != null) {
        internalName(name);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      How how =
          switch (opcode) {
            case Opcodes.GETSTATIC -> How.READ_STATIC;
            case Opcodes.PUTSTATIC -> How.WRITE_STATIC;
            case Opcodes.PUTFIELD -> How.WRITE;
            default -> How.READ;
          };
      uses.add(new Use(how, ClassFile.dotted(owner), name + ":" + descriptor));
      descriptor(descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean onInterface) {
      call(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor, onInterface);
    }

    private void call(
        boolean isStatic, String owner, String name, String descriptor, boolean onInterface) {
      if (owner.startsWith("[")) {
        descriptor(owner);
        return;
      }
      How instance = onInterface ? How.CALL_INTERFACE : How.CALL;
      How ofClass = onInterface ? How.CALL_STATIC_INTERFACE : How.CALL_STATIC;
      uses.add(new Use(isStatic ? ofClass : instance, ClassFile.dotted(owner), name + descriptor));
      descriptor(descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      descriptor(descriptor);
      if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
        String made = Type.getReturnType(descriptor).getClassName();
        uses.add(new Use(How.LAMBDA, made, name + ((Type) arguments[0]).getDescriptor()));
      }
      for (Object argument : arguments) {
        constant(argument);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    private void constant(Object value) {
      if (value instanceof Type type) {
        type(type);
      } else if (value instanceof Handle handle) {
        if (handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
          call(
              handle.getTag() == Opcodes.H_INVOKESTATIC,
              handle.getOwner(),
              handle.getName(),
              handle.getDesc(),
              handle.isInterface());
        }
      } else if (value instanceof ConstantDynamic dynamic) {
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      descriptor(descriptor);
    }
  }
}

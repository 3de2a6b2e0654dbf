// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The class files of a jar, or of the JDK that runs. */
final class ClassFiles implements Types {
  /** What the JDK itself declares. */
  static final Types JDK = ClassFiles::findInJdk;

  private static final Map<String, Optional<ApiType>> JDK_TYPES = new LinkedHashMap<>();

  private final Map<String, ClassFile> files = new LinkedHashMap<>();

  /** Those of all jars together. */
  static ClassFiles ofJars(Path... jars) {
    ClassFiles all = new ClassFiles();
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        for (JarEntry entry : file.stream().toList()) {
          if (entry.getName().endsWith(".class")) {
            all.add(file.getInputStream(entry).readAllBytes());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /** Those of some classes that are loaded. */
  static ClassFiles ofClasses(Class<?>... classes) {
    ClassFiles all = new ClassFiles();
    for (Class<?> each : classes) {
      all.add(bytes(each));
    }
    return all;
  }

  /** The jar that a module of this build made. */
  static Path jarOf(Path root, String module) {
    Path target = root.resolve(module).resolve("target");
    try (Stream<Path> found = Files.list(target)) {
      return found
          .filter(path -> path.getFileName().toString().endsWith(".jar"))
          .filter(path -> !path.getFileName().toString().contains("sources"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no jar in " + target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Iterable<ClassFile> all() {
    return files.values();
  }

  @Override
  public Optional<ApiType> find(String name) {
    return Optional.ofNullable(files.get(name)).map(ClassFile::declared);
  }

  private void add(byte[] bytes) {
    ClassFile file = ClassFile.of(bytes);
    files.put(file.name(), file);
  }

  private static byte[] bytes(Class<?> clazz) {
    String file = clazz.getName().substring(clazz.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = clazz.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ApiType> findInJdk(String name) {
    if (!name.startsWith("java.") && !name.startsWith("javax.") && !name.startsWith("org.w3c.")) {
      return Optional.empty();
    }
    return JDK_TYPES.computeIfAbsent(
        name,
        each -> {
          try {
            Class<?> clazz = Class.forName(each, false, ClassFiles.class.getClassLoader());
            return Optional.of(ClassFile.of(bytes(clazz)).declared());
          } catch (ClassNotFoundException e) {
            return Optional.empty();
          }
        });
  }
}

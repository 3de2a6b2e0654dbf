// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * What p2's director put into a fresh program: every bundle resolves in a real Equinox, every node
 * and port type that plugin.xml declares can be created, and nothing of the stand-in is shipped.
 */
class InstalledBundlesTest {
  private static final Path INSTALLED = Path.of(System.getProperty("recluster.installed"));
  private static final Path ROOT = Path.of(System.getProperty("recluster.root"));

  @Test
  void everyBundleResolvesAndEveryExtensionIsRegistered(@TempDir Path storage) throws Exception {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                    "6",
                    "osgi.parentClassloader",
                    "ext",
                    "osgi.instance.area",
                    storage.resolve("workspace").toUri().toString()));
    framework.init();
    framework.start();
    try {
      List<Bundle> bundles = installAll(framework);
      assertTrue(
          framework.adapt(FrameworkWiring.class).resolveBundles(bundles),
          () -> unresolved(bundles));
      for (Bundle bundle : bundles) {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
          bundle.start(isRegistry(bundle) ? 0 : Bundle.START_ACTIVATION_POLICY);
        }
      }
      int nodes = created(framework, "org.knime.workbench.repository.nodes", "factory-class");
      int ports = created(framework, "org.knime.core.PortType", "objectClass", "specClass");
      String declared = Files.readString(ROOT.resolve("plugin/nodes/plugin.xml"));
      assertEquals(declared.split("<node ", -1).length - 1, nodes);
      assertEquals(declared.split("<portType ", -1).length - 1, ports);
      assertTrue(nodes >= 11 && ports >= 4, nodes + " nodes, " + ports + " port types");
    } finally {
      framework.stop();
      framework.waitForStop(20_000);
    }
  }

  @Test
  void theUpdateSiteHoldsOurBundlesAlone() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (var files = Files.list(ROOT.resolve("update-site/target/repository/plugins"))) {
      files.forEach(f -> names.add(f.getFileName().toString().replaceAll("_.*", "")));
    }
    assertFalse(names.isEmpty());
    for (String name : names) {
      assertTrue(name.startsWith("io.github.recluster."), name);
    }
    try (var files = Files.list(ROOT.resolve("update-site/target/repository/features"))) {
      assertEquals(1, files.count());
    }
  }

  /** How many of our extensions the registry knows at a point; each of their classes is made. */
  private static int created(Framework framework, String point, String... classes)
      throws Exception {
    BundleContext context = framework.getBundleContext();
    var references =
        context.getAllServiceReferences("org.eclipse.core.runtime.IExtensionRegistry", null);
    assertNotNull(references, "the registry of extensions gives no service");
    Object registry = context.getService(references[0]);
    ClassLoader loader = registry.getClass().getClassLoader();
    Class<?> registryType = loader.loadClass("org.eclipse.core.runtime.IExtensionRegistry");
    Class<?> elementType = loader.loadClass("org.eclipse.core.runtime.IConfigurationElement");
    Class<?> contributorType = loader.loadClass("org.eclipse.core.runtime.IContributor");
    Object[] elements =
        (Object[])
            registryType
                .getMethod("getConfigurationElementsFor", String.class)
                .invoke(registry, point);
    int ours = 0;
    for (Object element : elements) {
      Object contributor = elementType.getMethod("getContributor").invoke(element);
      Object name = contributorType.getMethod("getName").invoke(contributor);
      if (name.equals("io.github.recluster.nodes")) {
        for (String attribute : classes) {
          elementType
              .getMethod("createExecutableExtension", String.class)
              .invoke(element, attribute);
        }
        ours++;
      }
    }
    return ours;
  }

  /** The registry of extensions gives its service away only once it is started, not lazily. */
  private static boolean isRegistry(Bundle bundle) {
    return bundle.getSymbolicName().equals("org.eclipse.equinox.registry");
  }

  private static List<Bundle> installAll(Framework framework) throws Exception {
    List<Bundle> bundles = new ArrayList<>();
    try (var files = Files.list(INSTALLED.resolve("plugins"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("org.eclipse.osgi_")
            && !name.contains("simpleconfigurator")
            && !name.contains("equinox.launcher")) {
          bundles.add(framework.getBundleContext().installBundle("reference:" + file.toUri()));
        }
      }
    }
    return bundles;
  }

  private static String unresolved(List<Bundle> bundles) {
    StringBuilder names = new StringBuilder("not resolved:");
    for (Bundle bundle : bundles) {
      if (bundle.getState() == Bundle.INSTALLED) {
        names.append(' ').append(bundle.getSymbolicName());
      }
    }
    return names.toString();
  }
}

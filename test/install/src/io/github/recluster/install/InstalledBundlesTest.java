// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
          bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
      }
      Bundle nodes =
          bundles.stream()
              .filter(b -> b.getSymbolicName().equals("io.github.recluster.nodes"))
              .findFirst()
              .orElseThrow();
      String pluginXml =
          new String(nodes.getEntry("plugin.xml").openStream().readAllBytes(), UTF_8);
      int created = 0;
      for (String attribute : List.of("factory-class", "objectClass", "specClass")) {
        var matcher =
            java.util.regex.Pattern.compile(attribute + "=\"([^\"]+)\"").matcher(pluginXml);
        while (matcher.find()) {
          nodes.loadClass(matcher.group(1)).getConstructor().newInstance();
          created++;
        }
      }
      assertTrue(created >= 0, "plugin.xml declares nodes and ports");
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

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.config.Config;

/** The tree of values that a small model or its spec is kept in. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {
  private static final long serialVersionUID = 1L;

  public ModelContent(String key) {
    super(key);
  }

  @Override
  public Config getInstance(String key) {
    return new ModelContent(key);
  }

  public static synchronized ModelContentRO loadFromXML(InputStream in) throws IOException {
    return (ModelContent) loadFromXML(new ModelContent("model"), in);
  }

  @Override
  public ModelContentWO addModelContent(String key) {
    return (ModelContent) addConfig(key);
  }

  @Override
  public void addModelContent(ModelContent content) {
    addConfig(content);
  }

  @Override
  public ModelContent getModelContent(String key) throws InvalidSettingsException {
    return (ModelContent) getConfig(key);
  }
}

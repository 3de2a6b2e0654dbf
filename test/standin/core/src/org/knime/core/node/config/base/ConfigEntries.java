// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/**
 * The types an entry of a settings file can have; a constant's name is its spelling in the file.
 */
public enum ConfigEntries {
  xstring {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xint {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xdouble {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xfloat {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xlong {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xshort {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xbyte {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xchar {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xboolean {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  config {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      throw new UnsupportedOperationException("a config is not made from a value");
    }
  },
  xpassword {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  },
  xtransientstring {
    @Override
    public AbstractConfigEntry createEntry(String key, String value) {
      return new ValueEntry(this, key, value);
    }
  };

  public abstract AbstractConfigEntry createEntry(String key, String value);
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.property.hilite;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Carries hiliting between tables with different rows; the stand-in only keeps who is connected.
 */
public final class HiLiteTranslator {
  private final HiLiteHandler from;
  private final Set<HiLiteHandler> to = new LinkedHashSet<>();
  private HiLiteMapper mapper;

  public HiLiteTranslator() {
    this(new HiLiteHandler(), null);
  }

  public HiLiteTranslator(HiLiteHandler from) {
    this(from, null);
  }

  public HiLiteTranslator(HiLiteMapper mapper) {
    this(new HiLiteHandler(), mapper);
  }

  public HiLiteTranslator(HiLiteHandler from, HiLiteMapper mapper) {
    this.from = from;
    this.mapper = mapper;
  }

  public void setMapper(HiLiteMapper mapper) {
    this.mapper = mapper;
  }

  public HiLiteMapper getMapper() {
    return mapper;
  }

  public void addToHiLiteHandler(HiLiteHandler handler) {
    to.add(handler);
  }

  public void removeToHiLiteHandler(HiLiteHandler handler) {
    to.remove(handler);
  }

  public Set<HiLiteHandler> getToHiLiteHandlers() {
    return new LinkedHashSet<>(to);
  }

  public void removeAllToHiliteHandlers() {
    to.clear();
  }

  public HiLiteHandler getFromHiLiteHandler() {
    return from;
  }

  public void dispose() {
    to.clear();
    mapper = null;
  }
}

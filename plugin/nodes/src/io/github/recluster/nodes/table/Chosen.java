// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** The dialogs' part of choosing columns: what is offered, and when. */
public final class Chosen {
  private Chosen() {}

  /** Refers to the mode of the column choice. */
  public static final class ModeReference implements ParameterReference<ColumnMode> {}

  /** Whether columns are chosen by hand. */
  public static final class ByHand implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(ModeReference.class).isOneOf(ColumnMode.CHOSEN);
    }
  }

  /** Numbers and booleans. */
  public static final class Numbers implements FilteredInputTableColumnsProvider {
    @Override
    public boolean isIncluded(DataColumnSpec column) {
      return FeatureColumns.FOR_EMBEDDING.canRead(column);
    }
  }

  /** Numbers, booleans and texts. */
  public static final class Features implements FilteredInputTableColumnsProvider {
    @Override
    public boolean isIncluded(DataColumnSpec column) {
      return FeatureColumns.FOR_CLASSIFYING.canRead(column);
    }
  }
}

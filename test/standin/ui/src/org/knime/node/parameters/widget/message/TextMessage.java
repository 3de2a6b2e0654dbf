// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** A message between the options. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {
  Class<? extends StateProvider<Optional<Message>>> value();

  /** A message with a fixed text that is shown or not. */
  interface SimpleTextMessageProvider extends StateProvider<Optional<Message>> {
    boolean showMessage(NodeParametersInput context);

    String title();

    String description();

    MessageType type();

    @Override
    default void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
    }

    @Override
    default Optional<Message> computeState(NodeParametersInput context) {
      return showMessage(context)
          ? Optional.of(new Message(title(), description(), type()))
          : Optional.empty();
    }
  }

  /** What is shown. */
  record Message(String title, String description, MessageType type) {}

  /** How it is shown. */
  enum MessageType {
    INFO,
    WARNING,
    ERROR,
    SUCCESS
  }
}

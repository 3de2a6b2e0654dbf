// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

/** Fields shown together in a dialog. */
public interface WidgetGroup {}

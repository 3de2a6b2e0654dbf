// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.wizard.page;

/** A node factory whose node can stand on a page of its workflow. */
public interface WizardPageContribution {}

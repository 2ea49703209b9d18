// SPDX-License-Identifier: Apache-2.0
/** Wizards for experiments and measured values. */
package org.gidn.workbench.internal.wizards;

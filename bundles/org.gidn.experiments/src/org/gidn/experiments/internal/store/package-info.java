// SPDX-License-Identifier: Apache-2.0
/**
 * The store of a project: its tables, sums of their rows, readers and the one writer; upgrades, checks and rescue
 * after damage.
 */
package org.gidn.experiments.internal.store;

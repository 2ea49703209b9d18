// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.util.Map;

/**
 * What expressions are about: a design, and the cells at which the loops around them are.
 *
 * @param design the values of all variables
 * @param cells the variable's number within its block, by the loop's name
 * @param trial whether it is only tried, so that no condition leaves anything out
 */
record Scope(double[] design, Map<String, Integer> cells, boolean trial) {}

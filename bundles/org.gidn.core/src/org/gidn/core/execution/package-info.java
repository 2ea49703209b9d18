// SPDX-License-Identifier: Apache-2.0
/**
 * Where batches of designs are evaluated: on the cores of this machine, or elsewhere by a recipe from which the evaluator is made
 * again.
 */
package org.gidn.core.execution;

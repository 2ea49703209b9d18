// SPDX-License-Identifier: Apache-2.0
/**
 * Forward models: what an evaluator promises, what it may be able to do besides, such as gradients, fields, swaps and bounds, and
 * what it gives.
 */
package org.gidn.core.evaluation;

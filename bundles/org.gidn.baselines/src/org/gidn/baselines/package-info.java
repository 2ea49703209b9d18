// SPDX-License-Identifier: Apache-2.0
/**
 * Design methods to compare generative inverse design networks with: those of the paper (topology optimisation, genetic
 * algorithm, logistic regression) and the usual ones (random, exhaustive and swap search, annealing, CMA-ES).
 */
package org.gidn.baselines;

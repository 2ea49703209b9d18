// SPDX-License-Identifier: Apache-2.0
/** Gaussian processes as predictors, with a spread that they know of. */
package org.gidn.predictor.gp;

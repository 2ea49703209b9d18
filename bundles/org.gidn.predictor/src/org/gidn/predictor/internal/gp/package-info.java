// SPDX-License-Identifier: Apache-2.0
/** Kernels, the marginal likelihood and its search, and what a Gaussian process says of designs. */
package org.gidn.predictor.internal.gp;

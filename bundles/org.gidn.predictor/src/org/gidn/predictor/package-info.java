// SPDX-License-Identifier: Apache-2.0
/**
 * The paper's predictor: a multilayer perceptron in DL4J's form, trained in cache-sized tiles on ND4J's own BLAS, with DL4J
 * itself as the reference.
 */
package org.gidn.predictor;

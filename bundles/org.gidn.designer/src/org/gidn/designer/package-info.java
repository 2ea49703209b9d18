// SPDX-License-Identifier: Apache-2.0
/**
 * Inverse design by input back-propagation: a trained predictor is frozen and its inputs are optimised by its analytical
 * gradients, from many random starts; active learning adds what was found to the training set (Chen and Gu 2020).
 */
package org.gidn.designer;

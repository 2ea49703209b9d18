// SPDX-License-Identifier: Apache-2.0
/** Measures how fast this machine trains predictors and differentiates them, beside DL4J and its peak of matrix products. */
package org.gidn.predictor.bench;

// SPDX-License-Identifier: Apache-2.0
/** Surrogates of evaluators: how they are trained, what they predict and how sure they are, and what a design promises by that. */
package org.gidn.core.predictor;

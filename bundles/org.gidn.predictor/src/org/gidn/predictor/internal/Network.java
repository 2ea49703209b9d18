// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

/**
 * A shape with its parameters, which stand as {@link Architecture} says.
 *
 * @param architecture the shape
 * @param parameters all weights and biases; changed while the network learns
 */
public record Network(Architecture architecture, float[] parameters) {}

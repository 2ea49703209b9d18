// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

/**
 * A point of the best value against time.
 *
 * @param seconds since the run was begun; times at which it was stopped count
 * @param best best value until then
 * @since 1.0
 */
public record TimedImprovement(double seconds, double best) {}

// SPDX-License-Identifier: Apache-2.0
/** Designs judged by several objectives: which of them no other one beats, and how much they reach together. */
package org.gidn.core.pareto;

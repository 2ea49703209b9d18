// SPDX-License-Identifier: Apache-2.0
/**
 * What is to be found: a space of designs, outputs with goals, demands on them and rules for designs; and what a method requires of
 * that.
 */
package org.gidn.core.problem;

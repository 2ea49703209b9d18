// SPDX-License-Identifier: Apache-2.0
/**
 * What is installed, by what bundles declare: extensions with their settings, examples and studies. Loads no code of theirs before
 * it is used.
 */
package org.gidn.experiments.catalogue;

// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: a class a command, and what prints, asks and ends for all of them. Runs by the same runner as the
 * window.
 */
package org.gidn.cli.internal;

// SPDX-License-Identifier: Apache-2.0
/** The process as guests can hurt it: what they print, and that they may end it. */
package org.gidn.experiments.internal.process;

// SPDX-License-Identifier: Apache-2.0
/** Figures of this machine. */
package org.gidn.core.benchmark;

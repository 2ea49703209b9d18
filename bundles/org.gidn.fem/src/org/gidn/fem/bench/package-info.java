// SPDX-License-Identifier: Apache-2.0
/** How fast the finite elements are on this machine, beside named baselines. */
package org.gidn.fem.bench;

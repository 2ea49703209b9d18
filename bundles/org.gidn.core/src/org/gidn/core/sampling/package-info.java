// SPDX-License-Identifier: Apache-2.0
/** How the first designs are drawn, and the named streams of random numbers that all chance comes from. */
package org.gidn.core.sampling;

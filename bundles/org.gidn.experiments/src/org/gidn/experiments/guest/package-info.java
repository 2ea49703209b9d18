// SPDX-License-Identifier: Apache-2.0
/** The border to what plug-ins bring: what they give is checked, and what goes wrong in them is told by their name. */
package org.gidn.experiments.guest;

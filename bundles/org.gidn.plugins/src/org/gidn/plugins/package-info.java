// SPDX-License-Identifier: Apache-2.0
/** Plug-ins of the running product: what is installed, what update sites offer, and changing the one by the other. */
package org.gidn.plugins;

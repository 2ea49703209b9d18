// SPDX-License-Identifier: Apache-2.0
/** Pages of the preferences. */
package org.gidn.workbench.internal.preferences;

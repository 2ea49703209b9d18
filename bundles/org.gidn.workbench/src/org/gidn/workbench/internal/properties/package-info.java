// SPDX-License-Identifier: Apache-2.0
/** Rows of the Properties view. */
package org.gidn.workbench.internal.properties;

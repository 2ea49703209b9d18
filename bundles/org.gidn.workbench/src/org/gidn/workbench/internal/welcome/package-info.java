// SPDX-License-Identifier: Apache-2.0
/** The Welcome page and what it begins. */
package org.gidn.workbench.internal.welcome;

// SPDX-License-Identifier: Apache-2.0
/** Reports, shown in the window. */
package org.gidn.workbench.internal.pages;

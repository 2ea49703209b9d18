// SPDX-License-Identifier: Apache-2.0
/** The view Design Inspector: a design, edited by hand, with its predictions, values and fields, beside another one. */
package org.gidn.workbench.internal.inspector;

// SPDX-License-Identifier: Apache-2.0
/** The view Laboratory: designs that are to be measured, and what was measured, typed or pasted. */
package org.gidn.workbench.internal.laboratory;

// SPDX-License-Identifier: Apache-2.0
/** The editor of an experiment: its pages, the text with help and quick fixes, and what is found wrong in it. */
package org.gidn.workbench.internal.editor;

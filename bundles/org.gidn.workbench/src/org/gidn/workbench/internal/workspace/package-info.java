// SPDX-License-Identifier: Apache-2.0
/** Projects of the workspace: found, made, opened, renamed. */
package org.gidn.workbench.internal.workspace;

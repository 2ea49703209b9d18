// SPDX-License-Identifier: Apache-2.0
/** The tree of projects and runs. */
package org.gidn.workbench.internal.projects;

// SPDX-License-Identifier: Apache-2.0
/** The offer of plug-ins to install. */
package org.gidn.workbench.internal.plugins;

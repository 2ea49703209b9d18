// SPDX-License-Identifier: Apache-2.0
/** Licences and third parties in About. */
package org.gidn.workbench.internal.about;

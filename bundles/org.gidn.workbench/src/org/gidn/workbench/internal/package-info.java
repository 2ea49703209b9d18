// SPDX-License-Identifier: Apache-2.0
/** What all rooms of the window use: identifiers, images, messages, commands. Depends on no other package of it. */
package org.gidn.workbench.internal;

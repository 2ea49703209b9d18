// SPDX-License-Identifier: Apache-2.0
/** What the packages of this bundle share: messages, numbers as text, markup. Draws nothing. */
package org.gidn.visualisation.internal;

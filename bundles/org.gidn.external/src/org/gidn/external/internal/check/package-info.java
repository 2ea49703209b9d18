// SPDX-License-Identifier: Apache-2.0
/** Tries whether a program keeps to the protocol. */
package org.gidn.external.internal.check;

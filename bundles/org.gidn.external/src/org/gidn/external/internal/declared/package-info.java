// SPDX-License-Identifier: Apache-2.0
/** Texts by which an experiment declares variables and outputs of its own. */
package org.gidn.external.internal.declared;

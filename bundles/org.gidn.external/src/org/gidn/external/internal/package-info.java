// SPDX-License-Identifier: Apache-2.0
/** Evaluators outside this process, as extensions: what makes them. */
package org.gidn.external.internal;

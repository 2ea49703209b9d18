// SPDX-License-Identifier: Apache-2.0
/** What a program outside costs, against the same computation inside. */
package org.gidn.external.internal.bench;

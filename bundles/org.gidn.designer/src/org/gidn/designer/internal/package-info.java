// SPDX-License-Identifier: Apache-2.0
/** What the designer follows where a part of an objective is known. */
package org.gidn.designer.internal;

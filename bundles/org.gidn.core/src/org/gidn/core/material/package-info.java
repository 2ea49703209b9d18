// SPDX-License-Identifier: Apache-2.0
/** What an element is made of. */
package org.gidn.core.material;

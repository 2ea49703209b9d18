// SPDX-License-Identifier: Apache-2.0
/** What designs have to keep to: the interface and the constraints that the product brings along. */
package org.gidn.core.constraint;

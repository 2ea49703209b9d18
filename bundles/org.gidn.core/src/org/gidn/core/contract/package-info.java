// SPDX-License-Identifier: Apache-2.0
/**
 * What the implementations of extension points promise, as checks that the product's own ones and those of plug-ins run alike, in any
 * test framework.
 */
package org.gidn.core.contract;

// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary of inverse materials design: what a design is, how it is judged, and what a method needs to search. All
 * of it is plain Java; the extension points of this bundle's {@code plugin.xml} are its only tie to Eclipse.
 */
package org.gidn.core;

// SPDX-License-Identifier: Apache-2.0
/** ND4J in OSGi: its native library is unpacked and loaded when it is asked for, not before. */
package org.gidn.libs.nd4j.internal;

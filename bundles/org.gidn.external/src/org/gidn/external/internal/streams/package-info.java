// SPDX-License-Identifier: Apache-2.0
/** Programs that answer line by line: the protocol, its greeting and requests, and a pool of them. */
package org.gidn.external.internal.streams;

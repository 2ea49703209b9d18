// SPDX-License-Identifier: Apache-2.0
/** Work that takes its time: how it tells of itself, is cancelled and is spread over cores. */
package org.gidn.core.work;

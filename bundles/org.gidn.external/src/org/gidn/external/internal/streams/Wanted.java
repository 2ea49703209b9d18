// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

/** What a program is asked for. */
enum Wanted {
    /** The outputs of designs. */
    VALUES,
    /** Their outputs, and gradients of the first one. */
    GRADIENTS,
    /** What happens inside one design. */
    FIELDS
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

/** Says in one sentence why an installation may not be given away. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.core;

/**
 * Input that cannot be used: a design, a setting, a file, a number. The message is one sentence made for the user; it
 * says what is wrong, where, and what would be right. It stands on one line, whatever it quotes.
 *
 * @since 1.0
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(Escapes.line(message));
    }

    public InvalidInputException(String message, Throwable cause) {
        super(Escapes.line(message), cause);
    }
}

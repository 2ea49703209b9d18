// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import org.gidn.core.InvalidInputException;

/**
 * A fault in what a bundle contributes. The message is a sentence that names the bundle, what it contributes, and what that did.
 *
 * @since 1.0
 */
public final class PluginException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    PluginException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

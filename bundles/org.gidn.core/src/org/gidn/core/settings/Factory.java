// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.settings;

/**
 * Makes what an extension contributes. Named by the {@code class} attribute of the extension; has a public constructor
 * without parameters.
 *
 * @param <T> the interface of the extension point
 * @since 1.0
 */
@FunctionalInterface
public interface Factory<T> {
    /**
     * Makes an instance.
     *
     * @param settings all parameters that the extension declares, checked
     * @throws org.gidn.core.InvalidInputException if the settings do not go together
     */
    T create(Settings settings);
}

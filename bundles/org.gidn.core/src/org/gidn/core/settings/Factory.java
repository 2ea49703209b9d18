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

    /**
     * Makes an instance that is only looked at, such as while somebody types its settings: it says what it is, and starts and opens
     * nothing outside of this process. An evaluator may be asked how long a design takes it; one that would have to start something
     * for it refuses by an exception. By default it is made as ever.
     *
     * @param settings see {@link #create}
     * @throws org.gidn.core.InvalidInputException see {@link #create}
     */
    default T sketch(Settings settings) {
        return create(settings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.util.List;
import java.util.Optional;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.guest.Guest;

/**
 * Something that a bundle contributes and an experiment can use: an evaluator, a material, an optimiser and so on. Reading
 * it loads none of the bundle's code.
 *
 * @param declaration the element of {@code plugin.xml} that declares it
 * @param id its identifier, unique in its point
 * @param name what the user sees
 * @param description one or two sentences
 * @param parameters its settings, in the order of declaration
 * @since 1.0
 */
public record Extension(
        Declaration declaration, String id, String name, String description, List<Parameter> parameters) {
    public Extension {
        parameters = List.copyOf(parameters);
    }

    /** Identifier of the extension point. */
    public String point() {
        return declaration.point();
    }

    /** What it is, in the singular and lower case, e.g. {@code evaluator}. */
    public String kind() {
        return declaration.element();
    }

    /** Symbolic name of the contributing bundle. */
    public String bundle() {
        return declaration.bundle();
    }

    /** Whom a fault is to be laid to. */
    public Guest guest() {
        return new Guest(kind(), id, bundle());
    }

    /** The declared setting of that name. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.util.Collection;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.catalogue.Declaration.BundleFile;
import org.gidn.experiments.internal.Messages;

/**
 * An experiment that a bundle brings ready to run: a folder with {@code experiment.yaml} and what belongs to it.
 * Contributed through {@code org.gidn.experiments.examples}.
 *
 * @since 1.0
 */
public final class Example {
    /** Identifier of the extension point. */
    public static final String POINT = "org.gidn.experiments.examples";

    private final Declaration declaration;

    Example(Declaration declaration) {
        this.declaration = declaration;
        for (String attribute : List.of("id", "name", "description", "path")) {
            if (declaration.attribute(attribute) == null) {
                throw new InvalidInputException(NLS.bind(Messages.exampleLacks, attribute));
            }
        }
    }

    /**
     * The example of that identifier.
     *
     * @throws InvalidInputException if there is none; names the nearest
     */
    public static Example of(Collection<Example> examples, String id) {
        return examples.stream()
                .filter(example -> example.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        Messages.kindExample,
                        id,
                        examples.stream().map(Example::id).toList())));
    }

    /** A short name for the command line and for the project's folder, e.g. {@code composite-8x8}. */
    public String id() {
        return declaration.attribute("id");
    }

    /** What the user sees. */
    public String name() {
        return declaration.attribute("name");
    }

    /** The heading under which it stands among others; empty if it does not say. */
    public String group() {
        String group = declaration.attribute("group");
        return group == null ? "" : group;
    }

    /** One or two sentences. */
    public String description() {
        return declaration.attribute("description");
    }

    /** The files of the example's folder. */
    public List<BundleFile> files() {
        return declaration.files(declaration.attribute("path"));
    }

    @Override
    public String toString() {
        return id();
    }
}

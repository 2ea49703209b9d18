// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.nio.file.Path;
import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * An element of a {@code plugin.xml}, as the catalogue reads it. The installed ones come from the Eclipse extension
 * registry; tests may give their own.
 *
 * @since 1.0
 */
public interface Declaration {
    /** Identifier of the extension point, e.g. {@code org.gidn.core.evaluators}. */
    String point();

    /** The element's name, e.g. {@code evaluator}. */
    String element();

    /** Symbolic name of the contributing bundle. */
    String bundle();

    /** Version of the contributing bundle, its qualifier included. */
    String version();

    /**
     * A sum of all that is in the contributing bundle: where it is another one, so is the bundle, whatever its version says.
     *
     * @throws InvalidInputException if the bundle cannot be read
     */
    String sum();

    /**
     * The jars, or folders of classes, that a plain JVM needs to run the contributing bundle's code: the bundle's own first, then
     * those of all bundles that it uses.
     */
    List<Path> classPath();

    /** The value of an attribute; null if it is not given. */
    String attribute(String name);

    /** The elements of that name inside this one, in order. */
    List<Declaration> children(String name);

    /**
     * Makes an object of the class that the attribute {@code class} names.
     *
     * @throws InvalidInputException if the class cannot be loaded or made
     */
    Object instantiate();

    /**
     * The files in a folder of the contributing bundle.
     *
     * @param folder path within the bundle, with {@code /}
     */
    List<BundleFile> files(String folder);

    /** A file that a bundle brings. */
    interface BundleFile {
        /** Its name without folders. */
        String name();

        /**
         * All of it.
         *
         * @throws InvalidInputException if it cannot be read
         */
        byte[] read();
    }
}

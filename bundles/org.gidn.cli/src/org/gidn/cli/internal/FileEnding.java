// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.export.ExportFormat;

/** What the name of a file says of its format. */
final class FileEnding {
    private FileEnding() {}

    /**
     * Looks whether a file's name is one of another format than is written. Endings of no known format are left alone.
     *
     * @param written what is written, such as {@code csv is asked for}
     * @param suffix the ending of its files
     * @param also what else can be done, before the identifier of the other format; null for nothing
     * @throws InvalidInputException if it is
     */
    static void check(Path file, String written, String suffix, String also) {
        ExportFormat.endingOf(file)
                .filter(other -> !other.suffix().equals(suffix))
                .ifPresent(other -> {
                    throw new InvalidInputException("The name " + file.getFileName() + " is one of the format "
                            + other.id() + ", but " + written + "; name a file that ends with ." + suffix
                            + (also == null ? "." : also + other.id() + "."));
                });
    }
}

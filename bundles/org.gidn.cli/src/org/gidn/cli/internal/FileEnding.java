// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.export.ExportFormat;

/** What the name of a file says of its format. */
final class FileEnding {
    private static final Set<String> OTHER_KINDS = Set.of(
            ("zip gz bz2 xz zst 7z tar tgz jar xls xlsx ods doc docx odt pdf png jpg jpeg gif svg html htm json yaml yml xml"
                            + " parquet feather mat npy npz pkl db sqlite py java sh exe")
                    .split(" "));

    private FileEnding() {}

    /**
     * Looks whether a file's name is one of another format than is written, or of a kind that we don't write and whose
     * programs would be misled. Other endings are left alone.
     *
     * @param written what is written, such as {@code csv is asked for}
     * @param suffix the ending of its files
     * @param also what else can be done, before the identifier of the other format; null for nothing
     * @throws InvalidInputException if it is
     */
    static void check(Path file, String written, String suffix, String also) {
        if (file.endsWith(Session.STANDARD)) {
            throw new InvalidInputException(
                    "This command writes a file, and nothing to standard output; name a file that ends with ." + suffix
                            + ".");
        }
        ExportFormat.endingOf(file)
                .filter(other -> !other.suffix().equals(suffix))
                .ifPresent(other -> {
                    throw new InvalidInputException("The name " + file.getFileName() + " is one of the format "
                            + other.id() + ", but " + written + "; name a file that ends with ." + suffix
                            + (also == null ? "." : also + other.id() + "."));
                });
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (OTHER_KINDS.contains(ending) && !("." + suffix).endsWith("." + ending) && !suffix.startsWith(ending)) {
            throw new InvalidInputException("The name " + file.getFileName() + " is one of another kind of file, but "
                    + written + "; name a file that ends with ." + suffix + ".");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gidn.core.design.DesignTable;
import org.gidn.export.internal.Hdf5Table;

/**
 * Reads designs with their values from files of any form that this program knows: those of {@link DesignTable}, and HDF5 as it
 * is exported.
 *
 * @since 1.0
 */
public final class DesignFiles {
    private static final byte[] HDF5 = "\u0089HDF\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1);

    private DesignFiles() {}

    /**
     * Reads a file.
     *
     * @throws org.gidn.core.InvalidInputException if it cannot be read or is of no known form
     */
    public static DesignTable read(Path file) {
        return isHdf5(file) ? new DesignTable(Hdf5Table.read(file)) : DesignTable.read(file);
    }

    private static boolean isHdf5(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(HDF5.length), HDF5);
        } catch (IOException e) {
            // Who reads it next says why it cannot be read.
            return false;
        }
    }
}

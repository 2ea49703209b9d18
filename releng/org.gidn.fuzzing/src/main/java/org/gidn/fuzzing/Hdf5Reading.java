// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.gidn.core.text.Table;
import org.gidn.export.DesignFiles;

/** Designs and values in HDF5. */
final class Hdf5Reading implements Reading {
    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() throws IOException {
        return List.of(Files.readAllBytes(Written.project().resolve("exports/hdf5.h5")));
    }

    @Override
    public void read(byte[] input) throws IOException {
        Table table = DesignFiles.read(scratch.file("t.h5", input)).table();
        for (Table.Row row : table.rows()) {
            Promise.equal(table.columns().size(), row.cells().size());
        }
    }
}

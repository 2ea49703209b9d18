// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.outline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.WholeFile;
import org.gidn.export.internal.Messages;

/**
 * Writes the cells of designs as bodies that can be made: of each picture of phases in a design the whole specimen, with both
 * halves of a mirrored one, each level by itself. A level that is called {@code void} is nothing. A slit is not cut out.
 *
 * @param space the designs
 * @param size how large a specimen is made
 * @since 1.0
 */
public record DesignOutlines(DesignSpace space, OutlineSize size) {
    private static final String NOTHING = "void";

    /** @throws InvalidInputException if no block of the designs is a picture of phases */
    public DesignOutlines {
        if (pictures(space).length == 0) {
            throw new InvalidInputException(NLS.bind(Messages.outlineNone, space));
        }
    }

    private static int[] pictures(DesignSpace space) {
        return IntStream.range(0, space.blocks().size())
                .filter(b -> space.blocks().get(b).picture()
                        && !space.blocks().get(b).levels().isEmpty())
                .toArray();
    }

    /** A level of a picture. */
    private record Body(String name, CellOutline cells) {}

    /**
     * Writes a design: a DXF file a picture, an STL file for each of its levels.
     *
     * @param name with which the files' names begin
     * @param folder where they go
     * @return the files
     * @throws InvalidInputException if a cell is between two levels, or there can be no such file
     */
    public List<Path> write(DesignBatch designs, int design, OutlineFormat format, String name, Path folder) {
        List<Path> files = new ArrayList<>();
        int[] pictures = pictures(space);
        for (int b : pictures) {
            String picture = pictures.length == 1
                    ? name
                    : name + "-" + space.blocks().get(b).name();
            List<Body> bodies = bodies(designs, design, b);
            if (format == OutlineFormat.DXF) {
                files.add(write(folder.resolve(picture + ".dxf"), file -> {
                    DxfFile dxf = new DxfFile(picture, size);
                    bodies.forEach(body -> dxf.add(body.name(), body.cells()));
                    Files.writeString(file, dxf.text());
                }));
            } else {
                for (Body body : bodies) {
                    String title = picture + "-" + body.name();
                    files.add(write(
                            folder.resolve(title + ".stl"),
                            file -> Files.write(file, StlFile.bytes(title, body.cells(), size))));
                }
            }
        }
        return files;
    }

    private static Path write(Path file, WholeFile.Content content) {
        WholeFile.at(file).write(content);
        return file;
    }

    private List<Body> bodies(DesignBatch designs, int design, int picture) {
        Block block = space.blocks().get(picture);
        int across = block.layout().across(block.columns());
        List<Body> bodies = new ArrayList<>();
        for (int level = 0; level < block.levels().size(); level++) {
            boolean[][] filled = new boolean[block.rows()][across];
            boolean any = false;
            for (int row = 0; row < block.rows(); row++) {
                for (int place = 0; place < across; place++) {
                    int variable = space.first(picture)
                            + row * block.columns()
                            + block.layout().column(place, block.columns());
                    double value = designs.value(design, variable);
                    if (value != Math.rint(value)) {
                        throw new InvalidInputException(
                                NLS.bind(Messages.outlineBetween, space.variableName(variable), value));
                    }
                    filled[row][place] = value == level;
                    any |= filled[row][place];
                }
            }
            String name = block.levels().get(level).name();
            if (any && !name.equalsIgnoreCase(NOTHING)) {
                bodies.add(new Body(name, new CellOutline(filled)));
            }
        }
        return bodies;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * The ways of some starts of the designer, as a file for pictures: one line a point, {@code start,step,x0,x1,…}.
 *
 * @param positions {@code [start][step][variable]}; step 0 is the start itself
 * @since 1.0
 */
public record DescentPaths(float[][][] positions) {
    /** Writes the file. */
    public void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("start,step");
            for (int j = 0; j < positions[0][0].length; j++) {
                out.write(",x" + j);
            }
            for (int start = 0; start < positions.length; start++) {
                for (int step = 0; step < positions[start].length; step++) {
                    out.write("\n" + start + "," + step);
                    for (float value : positions[start][step]) {
                        out.write("," + value);
                    }
                }
            }
            out.write("\n");
        }
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws InvalidInputException if the file is damaged; names the line
     */
    public static DescentPaths read(Path file) throws IOException {
        List<List<float[]>> starts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split(",");
            try {
                int start = Integer.parseInt(cells[0]);
                if (start == starts.size()) {
                    starts.add(new ArrayList<>());
                }
                float[] position = new float[cells.length - 2];
                for (int j = 0; j < position.length; j++) {
                    position[j] = Float.parseFloat(cells[j + 2]);
                }
                starts.get(start).add(position);
            } catch (RuntimeException e) {
                throw new InvalidInputException(
                        "Line " + (line + 1) + " of " + file + " is no point of a path; run the designer again.", e);
            }
        }
        return new DescentPaths(
                starts.stream().map(points -> points.toArray(float[][]::new)).toArray(float[][][]::new));
    }
}

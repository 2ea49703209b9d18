// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;

/**
 * Writes the steps of a design as an archive with a file {@code steps.pvd}, which ParaView plays once it is unpacked, and the
 * {@code .vtu} file of each step that it names.
 *
 * @since 1.0
 */
public final class VtuSeries {
    /** The same content gives the same archive. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);

    private VtuSeries() {}

    /**
     * Writes all steps; their times are their numbers, from 0.
     *
     * @param steps in their order
     * @param out where to; not closed
     * @throws IOException if that cannot be written
     */
    public static void write(List<FieldStep> steps, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        begin(zip, "steps.pvd");
        text.write("<?xml version=\"1.0\"?>\n"
                + "<VTKFile type=\"Collection\" version=\"0.1\" byte_order=\"LittleEndian\">\n<Collection>\n");
        for (int i = 0; i < steps.size(); i++) {
            text.write("<!-- " + steps.get(i).name().replace("--", "- -") + " -->\n<DataSet timestep=\"" + i
                    + "\" group=\"\" part=\"0\" file=\"" + file(i) + "\"/>\n");
        }
        text.write("</Collection>\n</VTKFile>\n");
        text.flush();
        for (int i = 0; i < steps.size(); i++) {
            begin(zip, file(i));
            VtuWriter.write(steps.get(i).fields(), text);
            text.flush();
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    private static String file(int step) {
        return "steps/step-" + step + ".vtu";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes fields as an unstructured grid of VTK, in text form, which ParaView and VisIt open.
 *
 * @since 1.0
 */
public final class VtuWriter {
    /** What files say of strains. */
    public static final String SHEAR = "The xy of a strain is the engineering shear gamma_xy = 2 epsilon_xy.";

    private static final int QUAD = 9;

    private VtuWriter() {}

    /**
     * Writes a file of type {@code .vtu}. Vectors get a third component of 0; tensors keep xx, yy, xy. The xy of a strain is
     * the engineering shear γ_xy = 2 ε_xy, as a comment in the file says.
     *
     * @param fields what to write; curves are left out
     * @param out where to; not closed
     */
    public static void write(Fields fields, Writer out) throws IOException {
        out.write("<?xml version=\"1.0\"?>\n<!-- " + SHEAR + " -->\n"
                + "<VTKFile type=\"UnstructuredGrid\" version=\"1.0\" byte_order=\"LittleEndian\">\n"
                + "<UnstructuredGrid>\n<Piece NumberOfPoints=\"" + fields.nodes().length + "\" NumberOfCells=\""
                + fields.quads().length + "\">\n");
        out.write("<Points>\n");
        array(out, "Float64", "points", List.of("x", "y"), fields.nodes());
        out.write("</Points>\n<Cells>\n");
        open(out, "Int32", "connectivity", List.of());
        for (int[] quad : fields.quads()) {
            out.write(Arrays.stream(quad).mapToObj(Integer::toString).collect(Collectors.joining(" ", "", "\n")));
        }
        out.write("</DataArray>\n");
        open(out, "Int32", "offsets", List.of());
        for (int quad = 1; quad <= fields.quads().length; quad++) {
            out.write(4 * quad + "\n");
        }
        out.write("</DataArray>\n");
        open(out, "UInt8", "types", List.of());
        out.write((QUAD + "\n").repeat(fields.quads().length));
        out.write("</DataArray>\n</Cells>\n<PointData>\n");
        for (Fields.Field field : fields.nodeFields()) {
            array(out, "Float64", field.name(), field.components(), field.values());
        }
        out.write("</PointData>\n<CellData>\n");
        for (Fields.Field field : fields.elementFields()) {
            array(out, "Float64", field.name(), field.components(), field.values());
        }
        out.write("</CellData>\n</Piece>\n</UnstructuredGrid>\n</VTKFile>\n");
    }

    private static void open(Writer out, String type, String name, List<String> components) throws IOException {
        out.write("<DataArray type=\"" + type + "\" Name=\"" + escaped(name) + "\" format=\"ascii\"");
        if (components.size() > 1) {
            out.write(" NumberOfComponents=\"" + components.size() + "\"");
            for (int c = 0; c < components.size(); c++) {
                out.write(" ComponentName" + c + "=\"" + escaped(components.get(c)) + "\"");
            }
        }
        out.write(">\n");
    }

    private static void array(Writer out, String type, String name, List<String> components, double[][] values)
            throws IOException {
        // VTK knows vectors of three components only.
        boolean planar = components.size() == 2;
        open(out, type, name, planar ? List.of(components.get(0), components.get(1), "z") : components);
        for (double[] row : values) {
            out.write(Arrays.stream(row)
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(" ", "", planar ? " 0.0\n" : "\n")));
        }
        out.write("</DataArray>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

package org.gidn.visualisation;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.Fields.Field;

/**
 * A quantity over the elements of a specimen, which may be shown deformed. The y axis points down, so that the mouth of a
 * crack is at the top, as in the pictures of designs.
 *
 * @param title short title
 * @param caption what is shown
 * @param xs abscissae of the corners, four an element
 * @param ys ordinates of the corners, four an element
 * @param values the quantity of each element
 * @param colour the scale of the colours
 * @param map the colours
 */
public record FieldPicture(
        String title, String caption, double[] xs, double[] ys, double[] values, Axis colour, ColourMap map)
        implements Figure {
    /**
     * The picture of one component of a field.
     *
     * @param fields all fields of a design
     * @param name name of the field, given at elements or at nodes
     * @param component the component's index
     * @param layout whether the specimen has another, mirrored half
     * @param displacement how many times the displacement is added to the shape; 0 shows the undeformed shape
     * @throws InvalidInputException if there is no such field
     */
    public static FieldPicture of(Fields fields, String name, int component, DesignLayout layout, double displacement) {
        Field field = find(fields, name);
        boolean nodal = fields.nodeFields().contains(field);
        int elements = fields.quads().length;
        int copies = layout.mirrored() ? 2 : 1;
        double[] xs = new double[4 * elements * copies];
        double[] ys = new double[4 * elements * copies];
        double[] values = new double[elements * copies];
        double[][] shape = displacement == 0 ? fields.nodes() : deformed(fields, displacement);
        double plane =
                Arrays.stream(fields.nodes()).mapToDouble(node -> node[0]).min().orElse(0);
        for (int e = 0; e < elements; e++) {
            double sum = 0;
            for (int corner = 0; corner < 4; corner++) {
                int node = fields.quads()[e][corner];
                xs[4 * e + corner] = shape[node][0];
                ys[4 * e + corner] = shape[node][1];
                sum += nodal ? field.values()[node][component] / 4 : 0;
            }
            values[e] = nodal ? sum : field.values()[e][component];
        }
        if (copies == 2) {
            for (int i = 0; i < 4 * elements; i++) {
                xs[4 * elements + i] = 2 * plane - xs[i];
                ys[4 * elements + i] = ys[i];
            }
            System.arraycopy(values, 0, values, elements, elements);
        }
        String full = field.components().size() == 1
                ? name
                : name + " " + field.components().get(component);
        Extent extent = new Extent(false);
        extent.add(values);
        boolean signed = !extent.empty() && extent.least() < 0 && extent.greatest() > 0;
        Axis colour = Axis.linear(full, field.unit());
        if (signed) {
            double bound = Math.max(-extent.least(), extent.greatest());
            colour = colour.between(-bound, bound);
        } else {
            colour = AxisFit.exactly(colour, extent);
        }
        String title = Character.toUpperCase(full.charAt(0)) + full.substring(1);
        return new FieldPicture(title, "", xs, ys, values, colour, signed ? ColourMap.DIVERGING : ColourMap.VIRIDIS);
    }

    private static Field find(Fields fields, String name) {
        for (Field field : fields.elementFields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        for (Field field : fields.nodeFields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        throw new InvalidInputException("There is no field '" + name + "' in this design's results.");
    }

    private static double[][] deformed(Fields fields, double factor) {
        double[][] displacement = find(fields, "displacement").values();
        double[][] shape = new double[fields.nodes().length][];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = new double[] {
                fields.nodes()[i][0] + factor * displacement[i][0], fields.nodes()[i][1] + factor * displacement[i][1]
            };
        }
        return shape;
    }
}

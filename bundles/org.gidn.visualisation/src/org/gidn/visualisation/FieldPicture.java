// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.Fields.Field;
import org.gidn.visualisation.internal.Messages;

/**
 * A quantity over the elements of a specimen, which may be shown deformed. The y axis points down, so that the mouth of a
 * crack is at the top, as in the pictures of designs.
 *
 * @param title short title
 * @param caption what is shown
 * @param xs abscissae of the corners, four an element
 * @param ys ordinates of the corners, four an element
 * @param values the quantity of each element
 * @param crackXs abscissae along the crack, down its left and up its right face; empty without a crack
 * @param crackYs ordinates along the crack, as many
 * @param colour the scale of the colours
 * @param map the colours
 * @since 1.0
 */
public record FieldPicture(
        String title,
        String caption,
        double[] xs,
        double[] ys,
        double[] values,
        double[] crackXs,
        double[] crackYs,
        Axis colour,
        ColourMap map)
        implements Figure {
    private static final String DISPLACEMENT = "displacement";

    /**
     * The picture of one component of a field.
     *
     * @param fields all fields of a design
     * @param name name of the field, given at elements or at nodes
     * @param component the component's index
     * @param layout whether the specimen has another, mirrored half, and how long its crack is
     * @param displacement how many times the displacement is added to the shape; 0 shows the undeformed shape, see
     *     {@link #visible}
     * @throws InvalidInputException if there is no such field
     */
    public static FieldPicture of(Fields fields, String name, int component, DesignLayout layout, double displacement) {
        Field field = find(fields, name);
        double[][] shape = displacement == 0 ? fields.nodes() : deformed(fields, displacement);
        double[] xs = corners(fields, shape, 0);
        double[] ys = corners(fields, shape, 1);
        double[] values = elementValues(fields, field, component);
        String part = field.components().get(component);
        CrackFaces faces = CrackFaces.of(fields, shape, layout);
        if (layout.mirrored()) {
            double plane = faces.middle();
            xs = with(xs, Arrays.stream(xs).map(x -> 2 * plane - x).toArray());
            ys = with(ys, ys);
            // Components along x, and along x and y, change their sign in the mirror.
            boolean odd = part.equals("x") || part.equals("xy");
            values = with(values, odd ? Arrays.stream(values).map(v -> -v).toArray() : values);
        }
        String full = field.components().size() == 1 ? name : name + " " + part;
        Extent extent = new Extent(false);
        extent.add(values);
        return coloured(Axis.linear(full, field.unit()), xs, ys, values, faces, extent);
    }

    /**
     * The pictures of one component of a field in the steps of a design, with one scale of colours.
     *
     * @param displacement how many times the displacement is added to the shape, in each step
     * @throws InvalidInputException if a step has no such field
     */
    public static List<FieldPicture> of(List<FieldStep> steps, String name, int component, double displacement) {
        List<FieldPicture> alone = steps.stream()
                .map(step -> of(step.fields(), name, component, step.layout(), displacement))
                .toList();
        Extent extent = new Extent(false);
        alone.forEach(picture -> extent.add(picture.values));
        return IntStream.range(0, alone.size())
                .mapToObj(i -> alone.get(i).together(extent, steps.get(i).name()))
                .toList();
    }

    /** The same picture in the colours of all values of an extent. */
    private FieldPicture together(Extent extent, String name) {
        CrackFaces faces = new CrackFaces(0, crackXs, crackYs);
        FieldPicture same = coloured(Axis.linear(colour.title(), colour.unit()), xs, ys, values, faces, extent);
        return new FieldPicture(title, name, xs, ys, values, crackXs, crackYs, same.colour, same.map);
    }

    /** The same picture with another scale of colours. */
    FieldPicture coloured(Axis other) {
        Extent extent = new Extent(other.scale() == Axis.Scale.LOGARITHMIC);
        extent.add(values);
        return new FieldPicture(title, caption, xs, ys, values, crackXs, crackYs, AxisFit.exactly(other, extent), map);
    }

    /** One coordinate of the four corners of every element. */
    static double[] corners(Fields fields, double[][] shape, int coordinate) {
        return Arrays.stream(fields.quads())
                .flatMapToInt(Arrays::stream)
                .mapToDouble(node -> shape[node][coordinate])
                .toArray();
    }

    /** One component of a field for every element; the mean of its corners if the field is given at nodes. */
    private static double[] elementValues(Fields fields, Field field, int component) {
        double[][] given = field.values();
        return fields.nodeFields().contains(field)
                ? Arrays.stream(fields.quads())
                        .mapToDouble(quad -> Arrays.stream(quad)
                                .mapToDouble(node -> given[node][component])
                                .average()
                                .orElseThrow())
                        .toArray()
                : Arrays.stream(given).mapToDouble(row -> row[component]).toArray();
    }

    private static double[] with(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Quantities that take both signs get colours that part at 0. */
    private static FieldPicture coloured(
            Axis axis, double[] xs, double[] ys, double[] values, CrackFaces faces, Extent extent) {
        double bound = Math.max(-extent.least(), extent.greatest());
        boolean signed = Math.min(-extent.least(), extent.greatest()) > 0.1 * bound;
        Axis colour = signed ? axis.between(-bound, bound) : AxisFit.exactly(axis, extent);
        String title =
                Character.toUpperCase(axis.title().charAt(0)) + axis.title().substring(1);
        return new FieldPicture(
                title,
                "",
                xs,
                ys,
                values,
                faces.xs(),
                faces.ys(),
                colour,
                signed ? ColourMap.DIVERGING : ColourMap.VIRIDIS);
    }

    /**
     * The factor by which displacements are seen well: the largest one as a seventh of the specimen's height; 0 if the design's
     * results have no displacements.
     */
    public static double visible(Fields fields) {
        if (fields.nodeFields().stream().noneMatch(field -> field.name().equals(DISPLACEMENT))) {
            return 0;
        }
        Extent height = new Extent(false);
        Arrays.stream(fields.nodes()).forEach(node -> height.add(node[1]));
        double largest = Arrays.stream(find(fields, DISPLACEMENT).values())
                .mapToDouble(moved -> Math.hypot(moved[0], moved[1]))
                .max()
                .orElse(0);
        return largest == 0 ? 0 : (height.greatest() - height.least()) / (7 * largest);
    }

    /** The factor by which displacements are seen well in all of the steps of a design. */
    public static double visible(List<FieldStep> steps) {
        return steps.stream()
                .mapToDouble(step -> visible(step.fields()))
                .filter(factor -> factor != 0)
                .min()
                .orElse(0);
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
        throw new InvalidInputException(NLS.bind(Messages.fieldMissing, name));
    }

    private static double[][] deformed(Fields fields, double factor) {
        double[][] displacement = find(fields, DISPLACEMENT).values();
        double[][] shape = new double[fields.nodes().length][];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = new double[] {
                fields.nodes()[i][0] + factor * displacement[i][0], fields.nodes()[i][1] + factor * displacement[i][1]
            };
        }
        return shape;
    }
}

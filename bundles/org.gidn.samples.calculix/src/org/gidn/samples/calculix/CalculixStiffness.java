// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.calculix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * The effective Young's modulus of the cracked composite over that of its stiff phase, computed by CalculiX: the mean
 * stress on the pulled edge over the mean strain.
 */
public final class CalculixStiffness implements Evaluator {
    private static final List<Output> OBJECTIVES = List.of(new Output("stiffness", "", Goal.MAXIMISE));
    private static final String JOB = "plate";

    private final DesignSpace space;
    private final PlateInput input;
    private final OutsideProgram program;

    /**
     * @param size elements on a side of the square plate, even
     * @param crackFraction length of the crack over that of the plate
     * @param modulusRatio Young's modulus of the stiff over that of the soft phase
     * @param poissonRatio Poisson's ratio of both phases
     * @param executable name or file of CalculiX
     * @param timeout longest time of a design, in seconds
     * @throws InvalidInputException if the plate cannot be divided so, or CalculiX is not installed
     */
    public CalculixStiffness(
            int size,
            double crackFraction,
            double modulusRatio,
            double poissonRatio,
            String executable,
            double timeout) {
        double crack = crackFraction * size;
        if (size % 2 != 0 || Math.abs(crack - Math.rint(crack)) > 1e-9) {
            throw new InvalidInputException(
                    "The plate needs an even number of elements on a side, and a crack that ends"
                            + " between two rows, but has size " + size + " and a crack of " + crack + " rows.");
        }
        int crackRows = (int) Math.rint(crack);
        this.space =
                DesignSpace.of(Block.phases("elements", size, size / 2, List.of(new Level("soft"), new Level("stiff")))
                        .drawn(new DesignLayout(true, crackRows)));
        this.input = new PlateInput(size, crackRows, modulusRatio, poissonRatio);
        this.program = new OutsideProgram(executable, timeout);
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return OBJECTIVES;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException("This plate has " + space.variables() + " elements, but the designs have "
                    + designs.variables() + ".");
        }
        Evaluations results = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            try {
                results.set(i, 0, program.run(new Plate(designs.toArray(i)), cancellation));
            } catch (OutsideProgram.Failure e) {
                results.fail(i, e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return results;
    }

    private final class Plate implements OutsideProgram.Work {
        private final double[] design;

        Plate(double[] design) {
            this.design = design;
        }

        @Override
        public List<String> write(Path folder) throws IOException {
            Files.writeString(folder.resolve(JOB + ".inp"), input.of(design));
            return List.of(JOB);
        }

        /** At a displacement of 1 the force is twice the energy; the half plate is as wide as it has columns. */
        @Override
        public double read(Path folder) throws IOException, OutsideProgram.Failure {
            Path file = folder.resolve(JOB + ".dat");
            if (Files.exists(file)) {
                Block plate = space.blocks().get(0);
                Iterator<String> lines = Files.readAllLines(file).iterator();
                while (lines.hasNext()) {
                    if (lines.next().contains("total internal energy")) {
                        while (lines.hasNext()) {
                            String line = lines.next().strip();
                            if (!line.isEmpty()) {
                                return 2 * Double.parseDouble(line) * plate.columns() / plate.rows();
                            }
                        }
                    }
                }
            }
            throw new OutsideProgram.Failure(
                    "CalculiX ended without results; its file " + JOB + ".dat holds no total internal energy.");
        }
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new CalculixStiffness(
                    settings.integer("size"),
                    settings.real("crackFraction"),
                    settings.real("modulusRatio"),
                    settings.real("poissonRatio"),
                    settings.text("executable"),
                    settings.real("timeout"));
        }
    }
}

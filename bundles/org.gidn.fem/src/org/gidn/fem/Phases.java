// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Level;
import org.gidn.core.material.Material;

/**
 * What designs say of the elements: of two phases the material's variable itself, from 0 to 1, of more the number of a phase.
 */
final class Phases {
    private final List<Level> levels;

    Phases(Material material) {
        levels = material.phases();
        if (levels.size() < 2) {
            throw new InvalidInputException("A material needs at least two phases, but '"
                    + levels.get(0).name() + "' is its only one.");
        }
    }

    List<Level> levels() {
        return levels;
    }

    boolean two() {
        return levels.size() == 2;
    }

    /** The material's variable of a phase. */
    double variable(int phase) {
        return phase / (levels.size() - 1.0);
    }

    /**
     * Turns a design into the material's variables, in place.
     *
     * @throws InvalidInputException if a value is not the number of one of three or more phases
     */
    void toVariables(double[] design) {
        for (int j = 0; j < design.length && !two(); j++) {
            double phase = design[j];
            if (!(phase >= 0 && phase < levels.size() && phase == Math.rint(phase))) {
                throw new InvalidInputException("Variable " + j + " of the design is " + phase
                        + ", but must be the number of a phase, 0 … " + (levels.size() - 1) + ".");
            }
            design[j] = variable((int) phase);
        }
    }
}

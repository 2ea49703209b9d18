// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.settings.Settings;
import org.gidn.fem.mesh.CrackedPlate;

/** The settings that evaluators of a cracked plate have in common. */
final class PlateSettings {
    private PlateSettings() {}

    static CrackedPlate plate(Settings settings, boolean symmetric, double thickness) {
        int size = settings.integer("size");
        int rows = settings.integer("rows");
        int columns = settings.integer("columns");
        return new CrackedPlate(
                rows == 0 ? size : rows,
                columns == 0 ? size : columns,
                symmetric,
                settings.real("crackFraction"),
                settings.real("elementWidth"),
                settings.real("elementHeight"),
                thickness,
                settings.integer("refinement"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.List;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.execution.Recipe;
import org.gidn.experiments.catalogue.Configuration;

/**
 * A method of the catalogue that has pieces of its work done.
 *
 * @param here what was made; closed by whoever made it
 * @param configuration of what
 * @param folder from where settings that name files are seen
 */
record InstalledMethod(PieceWork here, Configuration configuration, Path folder) implements PieceSource {
    @Override
    public Recipe recipe() {
        return configuration.recipe(folder, List.of());
    }
}

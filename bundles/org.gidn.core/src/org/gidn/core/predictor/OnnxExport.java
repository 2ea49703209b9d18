// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A predictor that can hand its trained model to other tools.
 *
 * @since 1.0
 */
public interface OnnxExport extends Predictor {
    /**
     * Writes the trained model in the Open Neural Network Exchange format: input {@code designs} (any number × variables, in
     * the design space's own coding), output {@code values} (as many × outputs, the expected values in their units).
     *
     * @throws IllegalStateException if not trained
     */
    void exportOnnx(Path file) throws IOException;
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.visualisation.internal.Messages;

/**
 * Designs side by side as pictures.
 *
 * @param title short title
 * @param caption what is shown
 * @param picture how a design looks
 * @param designs the designs
 * @param labels what stands below each, as many as designs; may have several lines
 * @since 1.0
 */
public record DesignGrid(String title, String caption, DesignPicture picture, DesignBatch designs, List<String> labels)
        implements Figure {
    public DesignGrid {
        labels = List.copyOf(labels);
        if (labels.size() != designs.size()) {
            throw new InvalidInputException(NLS.bind(Messages.gridLabels, designs.size(), labels.size()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.gallery;

import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.DesignValues;
import org.gidn.workbench.internal.Messages;

/**
 * What stands below the pictures of designs, and in their place where there are none.
 *
 * @param space the designs
 */
public record DesignCaption(DesignSpace space) {
    /** How a design is drawn; null if it cannot be. */
    public DesignPicture picture() {
        return DesignPicture.suits(space) ? new DesignPicture(space) : null;
    }

    /** The values that no picture shows, one a line. */
    public List<String> values(FoundDesign design) {
        return DesignValues.texts(space, design.designs().toArray(0));
    }

    /** What a design is worth and was expected to be, or where it comes from, with the values that its picture does not show. */
    public String of(FoundDesign design) {
        String second = Double.isNaN(design.predicted())
                ? design.source()
                : NLS.bind(Messages.galleryPredicted, String.format(Locale.ROOT, "%.4g", design.predicted()));
        String caption = String.format(Locale.ROOT, "%.5g", design.value()) + '\n' + second;
        boolean more = picture() != null && !values(design).isEmpty();
        return more ? caption + '\n' + String.join(", ", values(design)) : caption;
    }
}

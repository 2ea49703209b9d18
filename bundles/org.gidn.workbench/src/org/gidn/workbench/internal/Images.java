// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The pictures of this plug-in, by file name in {@code icons}. */
public final class Images {
    public static final String PROJECT = "project.svg";
    public static final String EXPERIMENT = "experiment.svg";
    public static final String NEW_EXPERIMENT = "new-experiment.svg";
    public static final String RUN = "run.svg";
    public static final String EXPORT = "export.svg";
    public static final String FOLDER = "folder.svg";

    private Images() {}

    /** Describes a picture, for those who make and dispose of images themselves. */
    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Ids.PLUGIN, "icons/" + name)
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    /** A shared picture, never to be disposed of. To be called on the UI thread. */
    public static Image image(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = Ids.PLUGIN + "/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(name));
        }
        return registry.get(key);
    }
}

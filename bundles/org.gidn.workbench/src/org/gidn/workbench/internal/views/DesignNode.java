// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.Platform;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * A design that is selected.
 *
 * @param run the run that found it
 * @param design the design
 */
public record DesignNode(RunNode run, FoundDesign design) implements IAdaptable {
    @Override
    public <T> T getAdapter(Class<T> type) {
        T own = Platform.getAdapterManager().getAdapter(this, type);
        return own != null ? own : run.getAdapter(type);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.Platform;
import org.gidn.experiments.project.RunRecord;

/**
 * A run of a project in the workspace. Two are equal if they are the same run, however far each knows it to have come.
 *
 * @param project the project
 * @param record what was known of the run when this was made
 */
public record RunNode(IProject project, RunRecord record) implements IAdaptable {
    /** The run's number in its project. */
    public int number() {
        return record.number();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == RunRecord.class) {
            return type.cast(record);
        }
        T own = Platform.getAdapterManager().getAdapter(this, type);
        return own != null ? own : Adapters.adapt(project, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunNode that && project.equals(that.project) && number() == that.number();
    }

    @Override
    public int hashCode() {
        return 31 * project.hashCode() + number();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunSearch;
import org.gidn.workbench.internal.Messages;

/**
 * A run of a project in the workspace. Two are equal if they are the same run, however far each knows it to have come.
 *
 * @param project the project
 * @param record what was known of the run when this was made
 * @param label what people said of it then
 * @param text what it is found by
 * @param reading which reading of the project's store that was; a later one has a greater number
 */
public record RunNode(IProject project, RunRecord record, RunLabel label, String text, long reading)
        implements IAdaptable {
    /** A run as its program tells of it. */
    public RunNode(IProject project, RunRecord record) {
        this(project, record, RunLabel.NONE, "", 0);
    }

    /** A run as it is stored. */
    static RunNode of(IProject project, RunRecord record, RunLabel label, long reading) {
        return new RunNode(project, record, label, RunSearch.text(project.getName(), record, label), reading);
    }

    /** The run's number in its project. */
    public int number() {
        return record.number();
    }

    /** What the user is to know it by, e.g. {@code composite-8x8, run 3}. */
    public String title() {
        String title = NLS.bind(Messages.runTitle, project.getName(), number());
        return label.name().isEmpty() ? title : NLS.bind(Messages.runNamed, title, label.name());
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

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.laboratory;

import java.util.Map;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.text.Json;
import org.gidn.workbench.internal.Ids;
import org.osgi.service.prefs.BackingStoreException;

/** Keeps in the workspace what was typed and not told yet, for a run of a project, until it is told. */
final class TypedMeasurements {
    private static final String NODE = "typed";

    private TypedMeasurements() {}

    /** The cells of a run, with what was typed in them before. */
    static MeasuredCells of(String project, LaboratoryRecord record) {
        MeasuredCells cells = new MeasuredCells(record.run().outputs());
        try {
            cells.restore(Json.readObject(node().get(key(project, record), "{}")));
        } catch (InvalidInputException e) {
            // Somebody has edited the file of the preferences.
            ILog.get().warn("What was typed in the laboratory of " + project + " cannot be read.", e);
        }
        return cells;
    }

    /** Keeps what is typed in cells by now. */
    static void keep(String project, LaboratoryRecord record, MeasuredCells cells) {
        IEclipsePreferences node = node();
        Map<String, Object> typed = cells.typed();
        if (typed.isEmpty()) {
            node.remove(key(project, record));
        } else {
            node.put(key(project, record), Json.write(typed));
        }
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.get().warn("What was typed in the laboratory of " + project + " cannot be kept.", e);
        }
    }

    /** Another run of the same number, in a project made anew, began at another time. */
    private static String key(String project, LaboratoryRecord record) {
        return project
                + ' '
                + record.run().number()
                + ' '
                + record.run().started().toEpochMilli();
    }

    private static IEclipsePreferences node() {
        return (IEclipsePreferences) InstanceScope.INSTANCE.getNode(Ids.PLUGIN).node(NODE);
    }
}

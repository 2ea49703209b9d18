// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.Map;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.gidn.workbench.internal.Ids;

/** Tells expressions in {@code plugin.xml} whether a run is at work, so that Stop is grey when there is nothing to stop. */
public final class RunningSource extends AbstractSourceProvider {
    private static final String RUNNING = Ids.PLUGIN + ".running";

    private final Runnable listener =
            () -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::changed);

    public RunningSource() {
        Runs.get().addListener(listener);
    }

    private void changed() {
        fireSourceChanged(ISources.WORKBENCH, RUNNING, running());
    }

    private static Boolean running() {
        return !Runs.get().jobs().isEmpty();
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(RUNNING, running());
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {RUNNING};
    }

    @Override
    public void dispose() {
        Runs.get().removeListener(listener);
    }
}

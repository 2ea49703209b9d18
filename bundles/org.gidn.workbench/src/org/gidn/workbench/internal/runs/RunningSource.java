// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.util.Map;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;
import org.gidn.workbench.internal.Ids;

/** Tells expressions in {@code plugin.xml} whether a run is at work, so that Stop is grey when there is nothing to stop. */
public final class RunningSource extends AbstractSourceProvider {
    private static final String RUNNING = Ids.PLUGIN + ".running";

    private final Runnable listener =
            () -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::changed);

    private RunQueue queue;

    @Override
    public void initialize(IServiceLocator locator) {
        queue = locator.getService(RunModel.class).queue();
        queue.addListener(listener);
    }

    private void changed() {
        fireSourceChanged(ISources.WORKBENCH, RUNNING, running());
    }

    private Boolean running() {
        return !queue.jobs().isEmpty();
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
        queue.removeListener(listener);
    }
}

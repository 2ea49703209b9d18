// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.eclipse.ui.services.IDisposable;

/**
 * What the window knows of runs. There is one of it in a workbench, which is a service there: a view has it of its site, what
 * has no site has it of the workbench.
 */
public final class RunModel implements IDisposable {
    private final DeletedRuns deleted = new DeletedRuns();
    private final RunIndex index = new RunIndex(deleted);
    private final RunFocus focus = new RunFocus(index);
    private final RunQueue queue = new RunQueue(index, focus);
    private final SharedResults results = new SharedResults();
    private final StoreWatch watch = new StoreWatch(index);

    RunModel() {}

    /** Those at work or waiting for their turn. */
    public RunQueue queue() {
        return queue;
    }

    /** Those that are stored. */
    public RunIndex index() {
        return index;
    }

    /** The current one. */
    public RunFocus focus() {
        return focus;
    }

    /** Those that the user has deleted. */
    public DeletedRuns deleted() {
        return deleted;
    }

    /** What they have found. */
    public SharedResults results() {
        return results;
    }

    /** Looks from now on at what is stored, until the workbench closes. */
    public void watch() {
        watch.begin();
    }

    @Override
    public void dispose() {
        watch.end();
    }
}

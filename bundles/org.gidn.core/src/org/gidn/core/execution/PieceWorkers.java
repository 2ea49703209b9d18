// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import java.util.List;

/**
 * Workers in other processes that do pieces of an extension's own work.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface PieceWorkers {
    /**
     * Has pieces done; see {@link BatchExecutor#work}.
     *
     * @param method whose pieces they are; those of one that is no extension of the run are done here, since workers cannot make it
     * @param inputs see {@link PieceTask#inputs}
     */
    void work(PieceWork method, List<byte[]> inputs, PieceTask.Listener listener);
}

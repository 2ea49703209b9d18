// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.work.Workers;

/**
 * A method whose own work falls into pieces that need nothing of each other, such as the training of one network among many. A piece
 * may be done in another process, by an instance that was made from the same settings.
 *
 * @since 1.0
 */
public interface PieceWork {
    /**
     * Does a piece. What comes of it depends on the settings and the input alone, to the last bit, not on the number of threads.
     *
     * @param input what is to be done, in a form of the method's own
     * @param workers threads and cancellation
     * @param listener told how far it is
     * @return what comes of it
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    byte[] piece(byte[] input, Workers workers, Listener listener);

    /** A piece of a second at most, by whose outcome another process shows that it gives the same bits. */
    byte[] trial();

    /** Told how far a piece is, where it is done in this process. */
    @FunctionalInterface
    interface Listener {
        /** @param share how much is done, from 0 to 1 */
        void done(double share, String note);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Workers;

/**
 * Pieces of a method's own work.
 *
 * @param method by what they are done
 * @param inputs one a piece; large ones may be made anew each time they are asked for
 * @since 1.0
 */
public record PieceTask(PieceSource method, List<byte[]> inputs) {
    /** Pieces of a method that is only here. */
    public static PieceTask of(PieceWork method, List<byte[]> inputs) {
        return new PieceTask(
                new PieceSource() {
                    @Override
                    public PieceWork here() {
                        return method;
                    }

                    @Override
                    public Recipe recipe() {
                        throw new InvalidInputException("The method was made by a program, not from settings, so that"
                                + " it cannot be made in another process; have its pieces done on this machine.");
                    }
                },
                inputs);
    }

    /** Does them in this process, one after the other. */
    public void here(Workers workers, Listener listener) {
        for (int i = 0; i < inputs.size(); i++) {
            int piece = i;
            listener.done(
                    piece,
                    method.here().piece(inputs.get(i), workers, (share, note) -> listener.doing(piece, share, note)));
        }
    }

    /** Told of the pieces, on the thread that has them done. */
    public interface Listener {
        /** A piece is done in this process, so far. */
        void doing(int piece, double share, String note);

        /** A piece is done; they may come in any order. */
        void done(int piece, byte[] outcome);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

/**
 * Where an executor has a method from whose pieces it does; see {@link EvaluatorSource}.
 *
 * @since 1.0
 */
public interface PieceSource {
    /** The method in this process, always the same instance. */
    PieceWork here();

    /**
     * What another process needs to make the same.
     *
     * @throws org.gidn.core.InvalidInputException if it can only be made here
     */
    Recipe recipe();
}

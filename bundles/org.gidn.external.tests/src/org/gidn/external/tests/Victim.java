// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.work.Cancellation;

/** A process that evaluates a design without end, to be killed. */
public final class Victim {
    private Victim() {}

    /**
     * @param arguments the folder and the script of the program
     */
    public static void main(String[] arguments) throws IOException {
        Rig rig = new Rig(Path.of(arguments[0])).shell(arguments[1]).set("processes", 2L);
        try (Evaluator evaluator = rig.make()) {
            evaluator.evaluate(DesignBatch.ofBits(8, new long[] {5}), Cancellation.NONE);
        }
    }
}

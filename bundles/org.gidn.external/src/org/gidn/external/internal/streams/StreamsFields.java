// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import org.gidn.core.evaluation.EvaluatorAround;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;

/** A program that also shows what happens inside a design. */
final class StreamsFields extends EvaluatorAround implements FieldEvaluator {
    private final StreamsEvaluator program;

    StreamsFields(StreamsEvaluator program) {
        super(program);
        this.program = program;
    }

    @Override
    public Fields fields(double[] design) {
        return program.shown(design);
    }

    @Override
    public void close() {
        program.close();
    }
}

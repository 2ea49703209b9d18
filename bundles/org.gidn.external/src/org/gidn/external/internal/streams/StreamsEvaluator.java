// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.declared.Variable;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.Trouble;
import org.gidn.external.internal.program.Program;

/**
 * A program that stays alive and answers batches of designs by its standard streams. A batch without an answer is asked again in
 * halves, so that only the designs at fault have no values.
 */
public class StreamsEvaluator implements Evaluator {
    private final Program program;
    private final DesignSpace space;
    private final Pool pool;
    private final int batch;

    StreamsEvaluator(Program program, Pool pool, int batch) {
        this.program = program;
        this.space = program.space();
        this.pool = pool;
        this.batch = batch;
    }

    /**
     * Starts a program and asks what it can.
     *
     * @param batch how many designs it is asked at a time; 0 for as many as it likes
     * @throws InvalidInputException if it cannot be started or does not answer
     */
    public static Evaluator of(Program program, int batch) {
        Pool pool = new Pool(program);
        try {
            Greeting greeting = pool.greeting();
            int asked = batch == 0 ? greeting.batch() : batch;
            boolean numbers = program.variables().stream().noneMatch(Variable::labelled);
            StreamsEvaluator evaluator = greeting.gradients() && numbers
                    ? new StreamsGradientEvaluator(program, pool, asked)
                    : new StreamsEvaluator(program, pool, asked);
            return greeting.fields() ? new StreamsFields(evaluator).whole() : evaluator;
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public final DesignSpace space() {
        return space;
    }

    @Override
    public final List<Output> outputs() {
        return program.outputs();
    }

    @Override
    public final int batchSize() {
        return batch;
    }

    @Override
    public final List<Path> files() {
        return Stream.concat(program.command().files().stream(), program.files().stream())
                .toList();
    }

    @Override
    public final Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return answered(designs, false, cancellation);
    }

    /** The values of designs, and gradients by their variables where they are asked for. */
    final Evaluations answered(DesignBatch designs, boolean gradients, Cancellation cancellation) {
        Program.check(space, designs.variables());
        Asked asked =
                new Asked(designs, new Evaluations(designs.size(), outputs().size()), gradients, cancellation);
        for (int from = 0; from < designs.size(); from += batch) {
            cancellation.check();
            ask(asked, from, Math.min(designs.size(), from + batch));
        }
        return asked.results();
    }

    private record Asked(DesignBatch designs, Evaluations results, boolean gradients, Cancellation cancellation) {}

    private void ask(Asked asked, int from, int to) {
        for (int attempt = 0; ; attempt++) {
            try {
                once(asked, from, to);
                return;
            } catch (Trouble e) {
                if (to - from > 1) {
                    int middle = (from + to) >>> 1;
                    ask(asked, from, middle);
                    ask(asked, middle, to);
                    return;
                }
                if (e.kind() != Trouble.Kind.CRASH || attempt >= program.retries()) {
                    asked.results()
                            .fail(from, Program.shown(space, asked.designs(), from) + ": " + e.getMessage() + ".");
                    return;
                }
            }
        }
    }

    private void once(Asked asked, int from, int to) throws Trouble {
        exchange(
                asked.designs(),
                from,
                to,
                asked.gradients() ? Wanted.GRADIENTS : Wanted.VALUES,
                asked.cancellation(),
                (answer, written) ->
                        new AnswerReading(program, answer, written).into(asked.results(), from, to, asked.gradients()));
    }

    /**
     * What the program shows of one design.
     *
     * @throws InvalidInputException if it shows nothing
     */
    final Fields shown(double[] design) {
        Program.check(space, design.length);
        DesignBatch one = DesignBatch.ofValues(design.length, design);
        List<Fields> shown = new ArrayList<>();
        try {
            exchange(one, 0, 1, Wanted.FIELDS, Cancellation.NONE, (answer, written) -> {
                if (answer.error() != null) {
                    throw AnswerReading.told(answer.error());
                }
                shown.add(new FieldsReading(space, answer.shown()).fields());
            });
        } catch (Trouble e) {
            throw new InvalidInputException(Program.shown(space, one, 0) + ": " + e.getMessage() + ".", e);
        }
        return shown.get(0);
    }

    /** Takes an answer apart. */
    @FunctionalInterface
    private interface Taking {
        /**
         * Takes one apart.
         *
         * @param written what the program wrote beside it, for the end of a sentence
         */
        void take(Answer answer, String written) throws Trouble;
    }

    private void exchange(
            DesignBatch designs, int from, int to, Wanted wanted, Cancellation cancellation, Taking taking)
            throws Trouble {
        Exchange exchange = pool.take(cancellation);
        boolean sound = false;
        try {
            long id = exchange.nextId();
            byte[] request =
                    Request.line(id, program.variables(), designs, from, to, wanted, relaxed(designs, from, to));
            Answer answer = exchange.ask(
                    request,
                    id,
                    wanted == Wanted.FIELDS
                            ? FieldsReading.LONGEST
                            : AnswerReading.longest(program, to - from, wanted == Wanted.GRADIENTS),
                    Deadline.in(program.timeout(), cancellation));
            sound = true;
            taking.take(answer, exchange.written());
        } catch (Trouble e) {
            sound &= e.kind() == Trouble.Kind.TOLD;
            throw e;
        } finally {
            if (sound) {
                pool.done(exchange);
            } else {
                pool.broken(exchange);
            }
        }
    }

    /** Whether a cell of a design is between two levels. */
    private boolean relaxed(DesignBatch designs, int from, int to) {
        if (designs.packed()) {
            return false;
        }
        for (int b = 0; b < program.variables().size(); b++) {
            if (program.variables().get(b).digits()) {
                for (int j = space.first(b); j < space.first(b + 1); j++) {
                    for (int design = from; design < to; design++) {
                        if (designs.value(design, j) != Math.rint(designs.value(design, j))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /**
     * The value of a design anywhere between those of the space, and its gradient.
     *
     * @return the first output
     * @throws InvalidInputException if the program gives none
     */
    final double relaxed(double[] design, double[] gradient) {
        Evaluations results = answered(DesignBatch.ofValues(design.length, design), true, Cancellation.NONE);
        if (results.failure(0) != null) {
            throw new InvalidInputException(results.failure(0));
        }
        System.arraycopy(results.gradient(0), 0, gradient, 0, gradient.length);
        return results.value(0, 0);
    }

    @Override
    public final void close() {
        pool.close();
    }
}

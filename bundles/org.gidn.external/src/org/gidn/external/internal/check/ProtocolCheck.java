// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.check;

import java.util.Set;
import java.util.function.Consumer;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.Contract.Promise;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.text.Count;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.Supervisor;
import org.gidn.external.internal.process.Trouble;
import org.gidn.external.internal.program.Program;
import org.gidn.external.internal.streams.Exchange;
import org.gidn.external.internal.streams.Greeting;
import org.gidn.external.internal.streams.StreamsEvaluator;

/**
 * Plays all cases of the exchange by standard streams against a program: those of the exchange itself, and what every evaluator
 * promises.
 */
public final class ProtocolCheck {
    /** Promises that the product keeps, whatever the program does. */
    private static final Set<String> OURS = Set.of(
            "Outputs have names of their own, and one is an objective.",
            "Space, outputs, batch size and threads do not change.",
            "Designs of another size are refused.",
            "It can be closed twice.");

    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Program program;

    /**
     * What came of a case.
     *
     * @param promise what is promised, as a sentence
     * @param holds whether it is kept
     * @param found what was found; {@code ""} if there is nothing to be said
     */
    public record Finding(String promise, boolean holds, String found) {}

    /** Of a program; its settings for processes, retries and the like count for nothing. */
    public ProtocolCheck(Program program) {
        this.program = program;
    }

    /**
     * Plays all cases.
     *
     * @param findings told of each case as soon as it is played
     * @return whether all promises are kept
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public boolean run(Cancellation cancellation, Consumer<Finding> findings) {
        Tally tally = new Tally(cancellation, findings);
        if (!tally.play("It answers the first line.", this::greeting)) {
            return false;
        }
        tally.play("It answers a version of the exchange that is not yet made with its own.", this::laterVersion);
        tally.play("It ends by itself, with status 0, when nothing more is asked.", this::end);
        boolean answers = tally.play("It gives the values of a design.", this::oneDesign);
        if (answers) {
            tally.play("It answers as many designs as it likes at a time, thrice.", this::batches);
            for (Promise promise : new EvaluatorContract(() -> StreamsEvaluator.of(program, 0)).promises()) {
                if (!OURS.contains(promise.text())) {
                    tally.play(promise.text(), () -> {
                        promise.check().run();
                        return "";
                    });
                }
            }
        }
        return tally.kept;
    }

    /** A case. */
    @FunctionalInterface
    private interface Case {
        /**
         * Plays it.
         *
         * @return what was found
         * @throws Exception or an {@link AssertionError} if the promise is not kept
         */
        String play() throws Exception;
    }

    private static final class Tally {
        private final Cancellation cancellation;
        private final Consumer<Finding> findings;
        private boolean kept = true;

        Tally(Cancellation cancellation, Consumer<Finding> findings) {
            this.cancellation = cancellation;
            this.findings = findings;
        }

        boolean play(String promise, Case played) {
            cancellation.check();
            Finding finding;
            try {
                finding = new Finding(promise, true, played.play());
            } catch (Exception | AssertionError e) {
                finding = new Finding(promise, false, e.getMessage() == null ? e.toString() : e.getMessage());
            }
            findings.accept(finding);
            kept &= finding.holds();
            return finding.holds();
        }
    }

    /** Something said to a program that was just started. */
    @FunctionalInterface
    private interface Talk {
        String with(Exchange exchange) throws Trouble;
    }

    private String talk(Talk talk) throws Trouble {
        try (Supervisor supervisor = new Supervisor()) {
            Exchange exchange = new Exchange(
                    supervisor, supervisor.start(program.command(), program.folder(), program.environment(), false));
            return talk.with(exchange);
        }
    }

    private Greeting greet(Exchange exchange, int version) throws Trouble {
        return exchange.greet(
                Greeting.line(version, program.variables(), program.outputs()),
                Deadline.ofStart(program.timeout(), Cancellation.NONE));
    }

    private String greeting() throws Trouble {
        return talk(exchange -> {
            Greeting greeting = greet(exchange, Greeting.VERSION);
            return "It likes " + Count.of(greeting.batch(), "design") + " at a time and gives "
                    + (greeting.gradients() ? "gradients" : "no gradients") + (greeting.fields() ? " and fields" : "")
                    + exchange.written() + ".";
        });
    }

    private String laterVersion() throws Trouble {
        return talk(exchange -> {
            greet(exchange, Greeting.VERSION + 1);
            return "";
        });
    }

    private String end() throws Trouble {
        return talk(exchange -> {
            greet(exchange, Greeting.VERSION);
            exchange.finish();
            String end = exchange.ended(System.nanoTime() + PATIENCE_NANOS);
            if (end == null || !end.endsWith(" 0")) {
                throw new Trouble(
                        Trouble.Kind.NONSENSE,
                        end == null
                                ? "The program went on when its standard input was closed; let it end there"
                                : "The program " + end + exchange.written());
            }
            return "";
        });
    }

    private DesignBatch designs(int count) {
        return new RandomSampler(false)
                .sample(program.space(), count, new RandomStreams(17).stream("check"), Cancellation.NONE);
    }

    private String oneDesign() {
        try (Evaluator evaluator = StreamsEvaluator.of(program, 1)) {
            Evaluations results = evaluator.evaluate(designs(1), Cancellation.NONE);
            if (results.failure(0) != null) {
                throw new InvalidInputException(results.failure(0));
            }
            StringBuilder values = new StringBuilder();
            for (int output = 0; output < results.outputs(); output++) {
                values.append(output == 0 ? "" : ", ")
                        .append(program.outputs().get(output).name())
                        .append(" ")
                        .append(results.value(0, output));
            }
            return values + ".";
        }
    }

    private String batches() {
        try (Evaluator evaluator = StreamsEvaluator.of(program, 0)) {
            int count = 3 * evaluator.batchSize();
            DesignBatch designs = designs(count);
            long start = System.nanoTime();
            Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
            double seconds = (System.nanoTime() - start) * 1e-9;
            int failed = 0;
            for (int i = 0; i < count; i++) {
                failed += results.failure(i) == null ? 0 : 1;
            }
            if (failed == count) {
                throw new InvalidInputException("No design has a value; of the first it says: " + results.failure(0));
            }
            String rate = Count.of(Math.round(count / seconds)) + " designs a second";
            return failed == 0 ? rate + "." : rate + "; " + Count.of(failed, "has no value", "have no value") + ".";
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Output;
import org.gidn.core.text.TextFile;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.process.Child;
import org.gidn.external.internal.process.Command;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.Pump;
import org.gidn.external.internal.process.Supervisor;
import org.gidn.external.internal.process.Trouble;
import org.gidn.external.internal.program.Program;

/**
 * A program that is started for each design, in a folder of its own with files that are filled in for it, and whose outputs are taken
 * from the files that it writes there.
 */
public final class FilesEvaluator implements Evaluator {
    private static final int LAST_WORDS_MILLISECONDS = 100;
    private static final long LONGEST_RESULT = 256 << 20;

    /** Which folders are kept. */
    public enum Keep {
        ALWAYS,
        /** Those of designs without a value. */
        FAILURES,
        NEVER
    }

    private final Program program;
    private final DesignSpace space;
    private final Command command;
    private final TemplateFolder template;
    private final Path templateFolder;
    private final List<ResultsText.Result> results;
    private final DesignFolders folders;
    private final Keep keep;
    private final Semaphore room;
    private final Supervisor supervisor = new Supervisor();

    /**
     * @param templateFolder what is copied for each design
     * @param results where the outputs are, see {@link ResultsText}
     * @param designs where the designs' folders are made
     * @throws InvalidInputException if the template or the results cannot be read
     */
    public FilesEvaluator(Program program, Path templateFolder, String results, Path designs, Keep keep) {
        this.program = program;
        this.space = program.space();
        this.results = ResultsText.parse(results, program.outputs());
        this.templateFolder = templateFolder;
        this.template = new TemplateFolder(
                templateFolder,
                program.variables(),
                this.results.stream()
                        .map(ResultsText.Result::file)
                        .filter(file -> !file.equals(ResultsText.WRITTEN))
                        .toList());
        this.command = program.command().startedElsewhere(program.folder(), templateFolder);
        this.folders = new DesignFolders(designs);
        this.keep = keep;
        this.room = new Semaphore(program.processes() == 0 ? Integer.MAX_VALUE : program.processes());
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return program.outputs();
    }

    @Override
    public List<Path> files() {
        return Stream.of(program.command().files(), program.files(), List.of(templateFolder))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Program.check(space, designs.variables());
        Evaluations evaluations = new Evaluations(designs.size(), outputs().size());
        for (int i = 0; i < designs.size(); i++) {
            enter(cancellation);
            try {
                evaluate(designs, i, evaluations, cancellation);
            } finally {
                room.release();
            }
        }
        return evaluations;
    }

    private void enter(Cancellation cancellation) {
        try {
            do {
                cancellation.check();
            } while (!room.tryAcquire(Deadline.POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void evaluate(DesignBatch designs, int design, Evaluations evaluations, Cancellation cancellation) {
        String text = DesignText.format(space, designs, design);
        for (int attempt = 0; ; attempt++) {
            Attempt one = new Attempt(text, designs.toArray(design), Deadline.in(program.timeout(), cancellation));
            try {
                double[] values = one.values();
                for (int output = 0; output < values.length; output++) {
                    evaluations.set(design, output, values[output]);
                }
                return;
            } catch (Trouble e) {
                if (e.kind() != Trouble.Kind.CRASH || attempt >= program.retries()) {
                    evaluations.fail(design, Program.shown(space, designs, design) + ": " + e.getMessage() + ".");
                    return;
                }
            }
        }
    }

    /** The program at work on a design. */
    private final class Attempt {
        private final String text;
        private final double[] design;
        private final Deadline deadline;
        private final Written written = new Written();
        private Path folder;

        Attempt(String text, double[] design, Deadline deadline) {
            this.text = text;
            this.design = design;
            this.deadline = deadline;
        }

        double[] values() throws Trouble {
            String failure = "it was left unfinished";
            try {
                folder = folders.make(text);
                template.fill(design, folder);
                run();
                double[] values = read();
                failure = null;
                return values;
            } catch (Trouble e) {
                failure = e.getMessage();
                throw keep == Keep.NEVER
                        ? e
                        : new Trouble(e.kind(), e.getMessage() + " (its folder is " + shown(folder) + ")");
            } catch (IOException e) {
                throw unwritable(e);
            } finally {
                leave(failure);
            }
        }

        private void run() throws IOException, Trouble {
            Child child = supervisor.start(command, folder, program.environment(), true);
            boolean ended = false;
            try {
                child.process().getOutputStream().close();
                Pump pump = Pump.start(child.process().getInputStream(), written);
                while (!child.process().waitFor(Deadline.POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    deadline.check("The program", written.last());
                }
                // What it has left behind may hold the stream open.
                pump.join(LAST_WORDS_MILLISECONDS);
                ended = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } finally {
                if (ended) {
                    supervisor.ended(child);
                } else {
                    supervisor.end(child);
                }
            }
            if (child.process().exitValue() != 0) {
                throw new Trouble(
                        Trouble.Kind.CRASH,
                        "The program " + child.end() + written.last().told());
            }
        }

        private double[] read() throws Trouble {
            double[] values = new double[results.size()];
            for (int output = 0; output < values.length; output++) {
                String name = outputs().get(output).name();
                ResultsText.Result result = results.get(output);
                boolean own = result.file().equals(ResultsText.WRITTEN);
                try {
                    String content = own ? written.text() : content(folder.resolve(result.file()));
                    values[output] = result.extraction().from(content, deadline);
                } catch (Trouble e) {
                    String place = own ? "What the program wrote" : "File " + result.file();
                    String cut = own && written.cut() ? ", as far as its first megabyte was looked at" : "";
                    throw new Trouble(
                            Trouble.Kind.NONSENSE,
                            "Output '" + name + "' is missing, since " + Character.toLowerCase(place.charAt(0))
                                    + place.substring(1) + " " + e.getMessage() + cut
                                    + written.last().told());
                }
            }
            return values;
        }

        private String content(Path file) throws Trouble {
            try {
                if (!Files.isRegularFile(file)) {
                    throw Extraction.none("is not there");
                }
                if (Files.size(file) > LONGEST_RESULT) {
                    throw Extraction.none("is larger than " + (LONGEST_RESULT >> 20)
                            + " MB; let the program write what counts into a file of its own");
                }
                return TextFile.read(file);
            } catch (IOException | InvalidInputException e) {
                throw Extraction.none("cannot be read: " + e.getMessage().replaceFirst("\\.$", ""));
            }
        }

        private void leave(String failure) {
            if (folder == null) {
                return;
            }
            try {
                if (keep == Keep.ALWAYS
                        || keep == Keep.FAILURES
                                && failure != null
                                && !deadline.cancellation().requested()) {
                    folders.keep(
                            folder,
                            List.of(
                                    "Design: " + text,
                                    failure == null ? "It has values." : "It has no value: " + failure,
                                    "",
                                    "What the program wrote" + (written.cut() ? ", its beginning:" : ":"),
                                    written.text()));
                } else {
                    folders.discard(folder);
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private InvalidInputException unwritable(IOException e) {
        return new InvalidInputException(
                "The folder of a design cannot be used: " + e.getMessage()
                        + "; see that there is room on the disk and that it can be written, or name another place by the"
                        + " setting 'designs'.",
                e);
    }

    private String shown(Path path) {
        return path.startsWith(program.folder())
                ? program.folder().relativize(path).toString()
                : path.toString();
    }

    @Override
    public void close() {
        supervisor.close();
        folders.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.store.StoreReader;
import org.gidn.experiments.internal.store.StoredResults;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.StoreException;

/**
 * Databases of results: each five bytes of an input give the place and the value of a byte that is changed in one that the
 * product has written.
 */
final class StoreReading implements Reading {
    private static final String DATABASE = "results.sqlite";
    private static final int SEEDS = 5;
    private static final int BEST = 10;

    private final byte[] database;
    private final Scratch scratch = new Scratch();

    StoreReading() {
        try {
            database = Files.readAllBytes(Written.project().resolve(DATABASE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        Random random = new Random(1);
        return Stream.concat(
                        // Unchanged.
                        Stream.of(new byte[0]),
                        random.ints(SEEDS, 0, database.length).mapToObj(place -> ByteBuffer.allocate(5)
                                .putInt(place)
                                .put((byte) random.nextInt())
                                .array()))
                .toList();
    }

    @Override
    public void read(byte[] input) throws IOException {
        byte[] changed = database.clone();
        for (ByteBuffer changes = ByteBuffer.wrap(input); changes.remaining() >= 5; ) {
            changed[Math.floorMod(changes.getInt(), changed.length)] = changes.get();
        }
        Path folder = Files.createDirectory(scratch.folder().resolve("project"));
        RuntimeException refusal = null;
        try {
            Files.write(folder.resolve(Experiment.FILE), new byte[0]);
            Files.write(folder.resolve(DATABASE), changed);
            Project project = Project.open(folder);
            for (Runnable reader : List.<Runnable>of(() -> readTogether(project), project::check, project::repair)) {
                try {
                    reader.run();
                } catch (InvalidInputException | StoreException e) {
                    Promise.sentence(e.getMessage());
                    refusal = e;
                }
            }
        } finally {
            Scratch.delete(folder);
        }
        if (refusal != null) {
            throw new InvalidInputException(refusal.getMessage(), refusal);
        }
    }

    /** Opened once, for opening takes far longer than any of the questions. */
    private static void readTogether(Project project) {
        StoreReader reader = new StoreReader(project.database(), false);
        reader.together(() -> {
            readAll(project, reader);
            return null;
        });
    }

    private static void readAll(Project project, StoreReader reader) {
        for (RunRecord run : reader.runs()) {
            RunResults results = new StoredResults(reader, () -> run, project.runFolder(run.number()));
            for (RunResults.CandidateSet set : results.sets()) {
                results.values(List.of(set), 0);
                results.failures(List.of(set));
                results.designs(List.of(set));
            }
            results.best(BEST);
            results.statistics(results.sets(), 0);
            results.convergence();
            results.metricNames().forEach(results::metrics);
            results.events();
            results.phases();
            results.files();
        }
    }
}

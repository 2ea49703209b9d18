// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;

/** All that a run has come to, to be compared with another that should have come to the same. */
public final class RunContents {
    private RunContents() {}

    /** The first run of a project, a line for whatever there is. */
    public static List<String> of(Path folder) throws IOException {
        return of(folder, 1);
    }

    static List<String> of(Path folder, int number) throws IOException {
        Project project = Project.open(folder);
        RunResults results = project.results(number);
        List<String> contents = new ArrayList<>();
        RunRecord run = results.run();
        contents.add(run.evaluations() + " evaluations, best " + run.best());
        for (CandidateSet set : results.sets()) {
            Values values = results.values(List.of(set));
            DesignBatch designs = results.designs(List.of(set));
            for (int i = 0; i < values.size(); i++) {
                contents.add(set.source() + " " + set.iteration() + " "
                        + DesignText.format(run.space(), designs, i) + " " + values.values()[i] + " "
                        + values.predicted()[i] + " " + values.counts()[i]);
            }
        }
        for (String metric : results.metricNames()) {
            results.metrics(metric).forEach(value -> contents.add(metric + " " + value));
        }
        for (Path path : results.files()) {
            String file = path.getFileName().toString();
            // What a method keeps to go on from is as old as its last moment of keeping, and no result.
            if (!file.equals("report.html") && !file.endsWith("-state.bin")) {
                contents.add(file + " " + hash(path));
            }
        }
        return contents;
    }

    private static String hash(Path file) throws IOException {
        return hash(file.toString(), Files.readAllBytes(file));
    }

    /** A hash of a file's bytes; of an archive's entries, since the archive holds times, and of archives in it likewise. */
    private static String hash(String name, byte[] bytes) throws IOException {
        if (!name.endsWith(".zip")) {
            return Integer.toHexString(Arrays.hashCode(bytes));
        }
        TreeMap<String, String> hashes = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                hashes.put(entry.getName(), hash(entry.getName(), zip.readAllBytes()));
            }
        }
        return hashes.toString();
    }
}

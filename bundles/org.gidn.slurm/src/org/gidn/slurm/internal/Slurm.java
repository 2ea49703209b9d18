// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.cluster.Engine;
import org.gidn.cluster.Queue;
import org.gidn.core.InvalidInputException;

/** Starts workers as arrays of jobs, by SLURM's own commands. */
final class Slurm implements Engine {
    private static final Pattern ARRAYS = Pattern.compile("MaxArraySize\\s*=\\s*(\\d+)");
    private static final Pattern JOB = Pattern.compile("(\\d+)(;.*)?");
    private static final Pattern FIELD = Pattern.compile("(JobState|Reason|ExitCode|NodeList)=(\\S+)");
    private static final int LEAST_ARRAY = 1001;
    private static final int ENDED_AT_ONCE = 500;
    /** SLURM's status for a job whose output could not be opened. */
    private static final String NO_OUTPUT = "0:53";

    private final SlurmSettings settings;
    private final Shell shell;
    private int most;

    Slurm(SlurmSettings settings) {
        this.settings = settings;
        this.shell = new Shell(settings.login());
    }

    @Override
    public String text() {
        return "slurm " + settings;
    }

    @Override
    public List<String> start(int count, Path script, Path log) throws IOException {
        int array = largestArray();
        List<String> jobs = new ArrayList<>();
        for (int left = count; left > 0; left -= array) {
            int tasks = Math.min(left, array);
            String job = submit(tasks, script, log);
            for (int task = 1; task <= tasks; task++) {
                jobs.add(job + "_" + task);
            }
        }
        return jobs;
    }

    /** How many tasks an array may have; those of a thousand are numbered to 1,000. */
    private int largestArray() throws IOException {
        if (most == 0) {
            Shell.Result config = shell.run("", List.of("scontrol", "show", "config"));
            if (config.status() != 0) {
                throw new IOException("SLURM does not answer: " + Answers.line(config.error()));
            }
            Matcher found = ARRAYS.matcher(config.out());
            most = Math.max(1, (found.find() ? Integer.parseInt(found.group(1)) : LEAST_ARRAY) - 1);
        }
        return most;
    }

    private String submit(int tasks, Path script, Path log) throws IOException {
        Shell.Result result = shell.run(settings.script(tasks, script, log), List.of("sbatch", "--parsable"));
        Matcher job = JOB.matcher(result.out().strip());
        if (result.status() == 0 && job.matches()) {
            return job.group(1);
        }
        if (Answers.away(result.error())) {
            throw new IOException("SLURM does not answer: " + Answers.line(result.error()));
        }
        throw new InvalidInputException(Answers.refusal(result.error(), settings.values()));
    }

    @Override
    public Queue queue() throws IOException {
        return Queues.of(settings.login()).now();
    }

    @Override
    public String whyEnded(String job, Path folder) {
        Map<String, String> fields = new HashMap<>();
        try {
            Matcher field = FIELD.matcher(
                    shell.run("", List.of("scontrol", "show", "job", "-o", job)).out());
            while (field.find()) {
                fields.putIfAbsent(field.group(1), field.group(2));
            }
        } catch (IOException e) {
            // What it printed must do.
            System.getLogger(Slurm.class.getName()).log(System.Logger.Level.DEBUG, "no answer", e);
        }
        String node = fields.getOrDefault("NodeList", "its machine");
        if (NO_OUTPUT.equals(fields.get("ExitCode"))
                || !Files.exists(folder.resolve("log").resolve(job + ".txt"))) {
            return "Job " + job + " ended on " + node + " without a word in " + folder
                    + ": that machine does not see the folder; name one with the setting 'shared' that all machines of"
                    + " the cluster see under the same name.";
        }
        return "Job " + job + " ended on " + node + " before it could work ("
                + fields.getOrDefault("JobState", "unknown") + ", status " + fields.getOrDefault("ExitCode", "unknown")
                + "); what it printed is in " + folder.resolve("log").resolve(job + ".txt") + ".";
    }

    @Override
    public void stop(Collection<String> jobs) {
        List<String> all = List.copyOf(jobs);
        try {
            for (int from = 0; from < all.size(); from += ENDED_AT_ONCE) {
                List<String> words = new ArrayList<>(List.of("scancel"));
                words.addAll(all.subList(from, Math.min(all.size(), from + ENDED_AT_ONCE)));
                shell.run("", words);
            }
        } catch (IOException | InvalidInputException e) {
            // Their lease ends them.
            System.getLogger(Slurm.class.getName()).log(System.Logger.Level.WARNING, "not cancelled", e);
        }
    }
}

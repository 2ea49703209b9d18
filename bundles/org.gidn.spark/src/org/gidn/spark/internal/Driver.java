// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.cluster.Queue;

/**
 * The process that has Spark run workers, and what it has said of them. It outlives this one as long as a worker does, which the workers'
 * lease ends.
 */
final class Driver {
    /** Where Spark's own words go, in the folder of the workers' logs. */
    static final String LOG = "spark.txt";

    private static final String PROGRAM = "/lib/org.gidn.spark.driver.jar";
    private static final String TAB = "\t";
    private static final int WORDS = 3;
    /** What Spark needs of a Java that has modules. */
    private static final String OPENS = String.join(
            " ",
            Stream.of(
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.reflect",
                            "java.io",
                            "java.net",
                            "java.nio",
                            "java.util",
                            "java.util.concurrent",
                            "java.util.concurrent.atomic",
                            "sun.nio.ch",
                            "sun.nio.cs",
                            "sun.security.action",
                            "sun.util.calendar")
                    .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                    .toList());

    private final String master;
    private final Process process;
    private final BufferedWriter orders;
    /** Whether each worker that has not ended runs. */
    private final Map<String, Boolean> running = new HashMap<>();

    private final Map<String, String> ends = new HashMap<>();
    private String failure = "";
    private boolean left;

    private Driver(String master, Process process) {
        this.master = master;
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "gidn-spark");
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Begins the process; it takes some seconds until Spark gives it room.
     *
     * @param log where it writes what Spark says
     */
    static Driver begin(SparkSettings settings, Path log) throws IOException {
        Path program = program(settings.cluster().shared());
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(OPENS.split(" ")));
        settings.options().forEach(option -> words.add("-D" + option));
        words.add("-cp");
        words.add(classPath(program, settings.home()));
        words.add("org.gidn.spark.driver.Driver");
        words.add(settings.master());
        words.add("gidn");
        words.add(String.valueOf(settings.cluster().cores()));
        words.add(String.valueOf(settings.cluster().memory()));
        words.add(String.valueOf(settings.cluster().workers()));
        words.add(program.toString());
        words.add(OPENS);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.resolve(LOG).toFile()));
        builder.environment().put("SPARK_HOME", settings.home().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return new Driver(settings.master(), builder.start());
    }

    /** The cluster's own settings come first, those of Hadoop too, which YARN needs. */
    private static String classPath(Path program, Path home) {
        String hadoop = System.getenv("HADOOP_CONF_DIR");
        return Stream.of(program.toString(), home.resolve("conf").toString(), hadoop, home.resolve("jars") + "/*")
                .filter(part -> part != null)
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();
    }

    /** The driver's jar as a file, from where Spark gives it to its machines. */
    private static Path program(Path shared) throws IOException {
        Files.createDirectories(shared);
        Path file = shared.resolve("spark-driver.jar").toAbsolutePath();
        Path part = Files.createTempFile(shared, "spark-driver", ".part");
        try (InputStream content = Driver.class.getResourceAsStream(PROGRAM)) {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            hear("failed" + TAB + e.getMessage());
        }
        over();
    }

    private synchronized void hear(String line) {
        String[] words = (line + TAB + TAB).split(TAB, WORDS + 1);
        switch (words[0]) {
            case "running" -> running.replace(words[1], true);
            case "ended" -> {
                running.remove(words[1]);
                ends.put(words[1], words[2]);
                if (running.isEmpty()) {
                    leave();
                }
            }
            case "failed" -> failure = words[1];
            default -> {
                // It is ready, or a library has printed a line.
            }
        }
    }

    private synchronized void over() {
        running.clear();
    }

    /** Lets the process end, which has no worker left, and would keep its machines from others. */
    private void leave() {
        left = true;
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended already.
            System.getLogger(Driver.class.getName()).log(System.Logger.Level.DEBUG, "no driver", e);
        }
    }

    /** Whether it takes further workers. */
    synchronized boolean open() {
        return process.isAlive() && !left;
    }

    synchronized void start(List<String> names, Path script, Path log) throws IOException {
        names.forEach(name -> running.put(name, false));
        for (String name : names) {
            order("start" + TAB + name + TAB + script + TAB + log);
        }
    }

    synchronized void stop(String name) {
        if (running.containsKey(name)) {
            try {
                order("stop" + TAB + name);
            } catch (IOException e) {
                // It is gone, and with it its workers.
                System.getLogger(Driver.class.getName()).log(System.Logger.Level.DEBUG, "no driver", e);
            }
        }
    }

    private void order(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }

    synchronized Queue queue() {
        Map<String, Queue.Job> jobs = new HashMap<>();
        running.forEach(
                (name, runs) -> jobs.put(name, new Queue.Job(runs, runs ? "" : "no room on Spark's machines yet", "")));
        return new Queue(System.nanoTime(), jobs);
    }

    /** Why a worker ended, as a sentence; empty if that is not known. */
    synchronized String whyEnded(String name) {
        if (!failure.isEmpty()) {
            return "Spark at " + master + " gives no room to workers: " + failure + (failure.endsWith(".") ? "" : ".")
                    + " Correct the setting 'master', or start Spark.";
        }
        String why = ends.getOrDefault(name, "");
        return why.isEmpty() ? "" : "Worker " + name + " ended before it could work: " + why;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Spark in a folder of its own: a master and a worker with two cores, on ports of their own. */
final class SparkCluster implements AutoCloseable {
    /** Where the build unpacks Spark. */
    private static final Path UNPACKED =
            Path.of("../org.gidn.spark.home/target/spark").toAbsolutePath().normalize();

    private static final int SECONDS = 90;

    /** The part that gives room to applications. */
    static final String MASTER = "Master";

    /** The part that starts their processes on a machine. */
    static final String WORKER = "Worker";

    private final Path folder;
    private final String master;
    private final Map<String, Process> processes = new LinkedHashMap<>();

    private SparkCluster(Path folder, int port) {
        this.folder = folder;
        this.master = "spark://127.0.0.1:" + port;
    }

    /** The folder of Spark. */
    static Path home() throws IOException {
        assumeTrue(Files.isDirectory(UNPACKED.resolve("jars")), () -> "Spark is not unpacked in " + UNPACKED + ".");
        Files.writeString(UNPACKED.resolve("RELEASE"), "Spark\n");
        return UNPACKED;
    }

    static SparkCluster start(Path folder) throws IOException, InterruptedException {
        SparkCluster cluster = new SparkCluster(folder, freePort());
        cluster.start(MASTER);
        cluster.start(WORKER);
        long start = System.nanoTime();
        while (!cluster.said(WORKER).contains("Successfully registered")) {
            assumeTrue(
                    System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS),
                    () -> "Spark does not start here: " + cluster.said(WORKER));
            Thread.sleep(100);
        }
        return cluster;
    }

    /** Starts its {@link #MASTER} or its {@link #WORKER}. */
    void start(String part) throws IOException {
        String[] place = master.substring("spark://".length()).split(":");
        if (part.equals(MASTER)) {
            java(MASTER, "--host", place[0], "--port", place[1], "--webui-port", "0");
        } else {
            java(
                    WORKER,
                    "--host",
                    place[0],
                    "--webui-port",
                    "0",
                    "--cores",
                    "2",
                    "--memory",
                    "2g",
                    "--work-dir",
                    folder.resolve("work").toString(),
                    master);
        }
    }

    /** Kills its {@link #MASTER} or its {@link #WORKER} at once. */
    void kill(String part) throws InterruptedException {
        processes.get(part).destroyForcibly().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void java(String program, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx300m",
                "-cp",
                home() + "/jars/*"));
        Stream.of("lang", "lang.invoke", "io", "net", "nio", "util", "util.concurrent")
                .forEach(name -> command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED"));
        command.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
        command.add("org.apache.spark.deploy." + program.toLowerCase(Locale.ROOT) + "." + program);
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(program).toFile());
        builder.environment().put("SPARK_HOME", home().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        processes.put(program, builder.start());
    }

    private Path log(String program) {
        return folder.resolve(program + ".txt");
    }

    private String said(String program) {
        try {
            return Files.readString(log(program));
        } catch (IOException e) {
            return "";
        }
    }

    String master() {
        return master;
    }

    /** Ends master and worker, and with them what they have started. */
    @Override
    public void close() throws InterruptedException {
        for (Process process : List.copyOf(processes.values()).reversed()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}

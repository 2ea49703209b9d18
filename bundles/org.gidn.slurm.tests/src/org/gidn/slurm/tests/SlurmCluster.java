// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real SLURM with a controller and two nodes of one core each, in a folder of its own, on free ports of the loopback device. It is ended
 * by the numbers of its processes.
 */
public final class SlurmCluster implements AutoCloseable {
    private static final int SECONDS = 20;
    /** A controller that was away asks its nodes only now and then whether they are well. */
    private static final int IDLE_SECONDS = 90;

    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel");

    private final Path folder;
    private final List<String> nodes;
    /** Whether it has started once: from then on, what does not work is a fault. */
    private boolean started;

    private SlurmCluster(Path folder, List<String> nodes) {
        this.folder = folder;
        this.nodes = nodes;
    }

    /**
     * Starts it.
     *
     * @param nodes names of nodes
     * @throws org.opentest4j.TestAbortedException if it cannot be started here; says why
     */
    public static SlurmCluster start(String... nodes) throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            assumeTrue(
                    Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(File.pathSeparator))
                            .anyMatch(entry -> Files.isExecutable(Path.of(entry, program))),
                    program + " is not installed: Debian's packages slurmctld, slurmd, slurm-client and munge have it");
        }
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "SLURM's daemons are started by root only, who is not here");
        // Sockets have short names only.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "slurm");
        SlurmCluster cluster = new SlurmCluster(folder, List.of(nodes));
        try {
            cluster.configure();
            cluster.startMunge();
            cluster.startController();
            for (String node : nodes) {
                cluster.startNode(node);
            }
            cluster.awaitIdle();
            cluster.started = true;
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void configure() throws IOException {
        Path munge = Files.createDirectory(folder.resolve("munge"));
        Files.setPosixFilePermissions(munge, PosixFilePermissions.fromString("rwx------"));
        byte[] key = new byte[1024];
        new SecureRandom().nextBytes(key);
        Files.write(munge.resolve("key"), key);
        Files.setPosixFilePermissions(munge.resolve("key"), PosixFilePermissions.fromString("r--------"));
        Files.createDirectory(folder.resolve("state"));
        String host = InetAddress.getLocalHost().getHostName().split("\\.")[0];
        StringBuilder text = new StringBuilder("""
                ClusterName=gidn
                SlurmctldHost=@HOST@(127.0.0.1)
                AuthType=auth/munge
                AuthInfo=socket=@FOLDER@/munge/sock
                SlurmUser=root
                SlurmdUser=root
                StateSaveLocation=@FOLDER@/state
                SlurmdSpoolDir=@FOLDER@/spool.%n
                SlurmctldPidFile=@FOLDER@/controller.pid
                SlurmdPidFile=@FOLDER@/%n.pid
                SlurmctldLogFile=@FOLDER@/controller.log
                SlurmdLogFile=@FOLDER@/%n.log
                SlurmctldPort=@PORT@
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                JobAcctGatherType=jobacct_gather/none
                AccountingStorageType=accounting_storage/none
                SchedulerType=sched/backfill
                SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,defer_batch=0
                SelectType=select/cons_tres
                SelectTypeParameters=CR_Core
                SwitchType=switch/none
                MpiDefault=none
                ReturnToService=2
                SlurmdTimeout=10
                KillWait=2
                """);
        List<Integer> ports = ports(nodes.size() + 1);
        for (int i = 0; i < nodes.size(); i++) {
            Files.createDirectory(folder.resolve("spool." + nodes.get(i)));
            text.append("NodeName=")
                    .append(nodes.get(i))
                    .append(" NodeHostname=@HOST@ NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN Port=")
                    .append(ports.get(i))
                    .append('\n');
        }
        text.append("PartitionName=main Nodes=ALL Default=YES MaxTime=2:00:00 State=UP\n");
        Files.writeString(
                configuration(),
                text.toString()
                        .replace("@HOST@", host)
                        .replace("@FOLDER@", folder.toString())
                        .replace("@PORT@", String.valueOf(ports.get(nodes.size()))));
    }

    /** Free ports, all different, as they are held together. */
    private static List<Integer> ports(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** The file that the environment variable {@code SLURM_CONF} is to name. */
    public Path configuration() {
        return folder.resolve("slurm.conf");
    }

    /** The setting {@code login} by which a process finds this cluster whose environment does not name it. */
    public String login() {
        return "env SLURM_CONF=" + configuration() + " sh -c";
    }

    private void startMunge() throws IOException, InterruptedException {
        String munge = folder + "/munge/";
        run(
                "munged",
                "--key-file=" + munge + "key",
                "--socket=" + munge + "sock",
                "--pid-file=" + munge + "pid",
                "--log-file=" + munge + "log",
                "--seed-file=" + munge + "seed",
                "--force");
    }

    public void startController() throws IOException, InterruptedException {
        run("slurmctld");
    }

    public void startNode(String node, String... before) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of("slurmd", "-N", node));
        run(words.toArray(String[]::new));
    }

    /** Kills the controller at once. */
    public void killController() throws IOException {
        kill(folder.resolve("controller.pid"), true);
    }

    /** Kills a node's daemon at once. */
    public void killNode(String node) throws IOException {
        kill(folder.resolve(node + ".pid"), true);
    }

    /** Kills a node's daemon and all jobs on it at once, as a machine that loses its power. */
    public void killNodeWithJobs(String node, Path shared) throws IOException {
        kill(folder.resolve(node + ".pid"), true);
        jobs(shared)
                .filter(process -> environment(process).contains("SLURMD_NODENAME=" + node))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills one worker at once; false if there is none. */
    public boolean killAJob(Path shared) {
        return jobs(shared)
                .filter(process -> command(process).contains("WorkerMain"))
                .findFirst()
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    /** All processes of jobs whose shared folder is that. */
    private static Stream<ProcessHandle> jobs(Path shared) {
        return ProcessHandle.allProcesses()
                .filter(process -> command(process).contains(shared.toString())
                        && environment(process).contains("SLURMD_NODENAME="));
    }

    private static String command(ProcessHandle process) {
        return read(process, "cmdline");
    }

    private static String environment(ProcessHandle process) {
        return read(process, "environ");
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(
                    Path.of("/proc/" + process.pid() + "/" + file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void kill(Path file, boolean hard) throws IOException {
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readString(file).strip());
            ProcessHandle.of(pid).ifPresent(process -> {
                if (hard) {
                    process.destroyForcibly();
                } else {
                    process.destroy();
                }
                try {
                    process.onExit().get(5, TimeUnit.SECONDS);
                } catch (Exception e) {
                    process.destroyForcibly();
                }
            });
        }
    }

    /** Runs one of SLURM's programs; returns what it printed. */
    public String run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("SLURM_CONF", configuration().toString());
        builder.environment().put("PATH", System.getenv("PATH") + ":/usr/sbin:/sbin");
        Path out = Files.createTempFile(folder, "out", ".txt");
        // Daemons keep what they inherit open, so that a pipe would have no end.
        Process process = builder.redirectOutput(out.toFile()).start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        String text = Files.readString(out);
        require(
                ended && (process.exitValue() == 0 || !words[0].contains("d")),
                Arrays.toString(words) + " does not start here: " + text);
        return text;
    }

    /** Waits until all nodes are idle. */
    public void awaitIdle() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(started ? IDLE_SECONDS : SECONDS)) {
            if (run("sinfo", "-h", "-N", "-o", "%T")
                            .lines()
                            .filter("idle"::equals)
                            .count()
                    == nodes.size()) {
                return;
            }
            Thread.sleep(100);
        }
        require(false, "SLURM's nodes do not become idle here: " + run("sinfo", "-N", "-l") + run("squeue"));
    }

    private void require(boolean holds, String otherwise) {
        if (started) {
            assertTrue(holds, otherwise);
        } else {
            assumeTrue(holds, otherwise);
        }
    }

    /** The lines of squeue. */
    public List<String> queue() throws IOException, InterruptedException {
        return run("squeue", "-h", "-r").lines().toList();
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.exists(folder.resolve("controller.pid"))) {
                run("scancel", "-u", "root");
                for (int i = 0; i < 50 && !queue().isEmpty(); i++) {
                    Thread.sleep(100);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (String node : nodes) {
            kill(folder.resolve(node + ".pid"), false);
        }
        kill(folder.resolve("controller.pid"), false);
        kill(folder.resolve("munge/pid"), false);
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}

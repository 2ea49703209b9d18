// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A machine to log in by {@code ssh}, where SLURM's commands are: the real sshd on a free port of the loopback device, with keys and
 * settings in a folder of its own. Its network can be taken away from those who log in.
 */
final class LoginHost implements AutoCloseable {
    private static final int SECONDS = 20;
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    /** Without it, sshd does not start. */
    private static final Path EMPTY = Path.of("/run/sshd");

    private final Path folder;
    private final Process sshd;
    private final boolean madeEmpty;

    private LoginHost(Path folder, Process sshd, boolean madeEmpty) {
        this.folder = folder;
        this.sshd = sshd;
        this.madeEmpty = madeEmpty;
    }

    /**
     * Starts it.
     *
     * @param folder empty, and seen by root only
     * @throws org.opentest4j.TestAbortedException if it cannot be started here; says why
     */
    static LoginHost start(Path folder, SlurmCluster cluster) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SSHD), "sshd is not installed: Debian's package openssh-server has it");
        assumeTrue(System.getProperty("user.name").equals("root"), "sshd is started for root only, who is not here");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        boolean made = !Files.exists(EMPTY);
        Files.createDirectories(EMPTY);
        for (String key : List.of("host", "user")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        int port = port();
        Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port @PORT@
                HostKey @FOLDER@/host
                AuthorizedKeysFile @FOLDER@/user.pub
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                SetEnv SLURM_CONF=@SLURM@
                """.replace("@PORT@", String.valueOf(port))
                .replace("@FOLDER@", folder.toString())
                .replace("@SLURM@", cluster.configuration().toString()));
        String host = Files.readString(folder.resolve("host.pub"));
        Files.writeString(folder.resolve("known_hosts"), "login " + host);
        // Those who log in are in a room without network as long as there is the file 'away'.
        Files.writeString(folder.resolve("connect"), """
                if [ -e '@FOLDER@/away' ] && [ -z "$IN" ]; then
                    IN=1 exec unshare -n bash "$0" "$@"
                fi
                exec 3<>"/dev/tcp/$1/$2" || exit 1
                cat <&3 &
                cat >&3
                kill $!
                """.replace("@FOLDER@", folder.toString()));
        Files.writeString(folder.resolve("ssh_config"), """
                Host login
                    HostName 127.0.0.1
                    HostKeyAlias login
                    Port @PORT@
                    User root
                    IdentityFile @FOLDER@/user
                    IdentitiesOnly yes
                    UserKnownHostsFile @FOLDER@/known_hosts
                    StrictHostKeyChecking yes
                    ProxyCommand bash @FOLDER@/connect %h %p
                """.replace("@PORT@", String.valueOf(port))
                .replace("@FOLDER@", folder.toString()));
        Process sshd = new ProcessBuilder(
                        SSHD.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        LoginHost login = new LoginHost(folder, sshd, made);
        try {
            login.awaitIt();
            return login;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            login.close();
            throw e;
        }
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private void awaitIt() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS)) {
            if (run("ssh", "-F", folder.resolve("ssh_config").toString(), "-o", "BatchMode=yes", "login", "true")) {
                return;
            }
            Thread.sleep(100);
        }
        assumeTrue(false, "nobody can log in by sshd here: " + Files.readString(folder.resolve("log")));
    }

    /** The setting {@code login} that leads here. */
    String login() {
        return "ssh -F " + folder.resolve("ssh_config") + " login";
    }

    /** Takes the network away from those who log in, or gives it back. */
    void away(boolean away) throws IOException {
        if (away) {
            Files.createFile(folder.resolve("away"));
        } else {
            Files.delete(folder.resolve("away"));
        }
    }

    @Override
    public void close() throws IOException {
        sshd.descendants().forEach(ProcessHandle::destroy);
        sshd.destroy();
        if (madeEmpty) {
            Files.deleteIfExists(EMPTY);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gidn.core.InvalidInputException;

/** Where SLURM's commands are: on this machine, or behind a command such as {@code ssh HOST}. */
final class Shell {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SSH_FAILED = 255;
    private static final int NOT_FOUND = 127;

    private final List<String> login;

    /** @param login the words of the command; none for this machine */
    Shell(String login) {
        this.login = login.isBlank() ? List.of() : List.of(login.strip().split("\\s+"));
    }

    /**
     * What a command gave.
     *
     * @param status its exit status
     * @param out its standard output
     * @param error its standard error
     */
    record Result(int status, String out, String error) {}

    /**
     * Runs a command.
     *
     * @param input its standard input
     * @throws InvalidInputException if there is no such command
     * @throws IOException if it does not end, or the machine to log in cannot be reached
     */
    Result run(String input, List<String> words) throws IOException {
        Process process = start(words);
        CompletableFuture<String> out =
                CompletableFuture.supplyAsync(() -> all(process.getInputStream()), Shell::aside);
        CompletableFuture<String> error =
                CompletableFuture.supplyAsync(() -> all(process.getErrorStream()), Shell::aside);
        try {
            try (var stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It has ended without reading; its own words say why.
                System.getLogger(Shell.class.getName()).log(System.Logger.Level.DEBUG, "not read", e);
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("'" + words.get(0) + "' has given no answer for " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("'" + words.get(0) + "' was interrupted", e);
        }
        Result result = new Result(process.exitValue(), out.join(), error.join());
        // SLURM's commands may end so too, but name themselves.
        if (ssh() && result.status == SSH_FAILED && !result.error.startsWith(words.get(0) + ":")) {
            throw new IOException("'" + String.join(" ", login) + "' does not log in: "
                    + result.error.strip().replaceAll("\\s*\n\\s*", " | "));
        }
        if (!login.isEmpty() && result.status == NOT_FOUND) {
            throw missing(words.get(0), null);
        }
        return result;
    }

    private Process start(List<String> words) {
        List<String> all = new ArrayList<>(login);
        if (login.isEmpty()) {
            all.addAll(words);
        } else {
            if (ssh()) {
                // Nobody is there to be asked for a password.
                all.addAll(1, List.of("-T", "-o", "BatchMode=yes"));
            }
            all.add(words.stream().map(Shell::quoted).collect(Collectors.joining(" ")));
        }
        try {
            return new ProcessBuilder(all).start();
        } catch (IOException e) {
            throw missing(all.get(0), e);
        }
    }

    private boolean ssh() {
        return !login.isEmpty() && login.get(0).equals("ssh");
    }

    private InvalidInputException missing(String command, IOException cause) {
        return new InvalidInputException(
                "There is no '" + command + "' "
                        + (login.isEmpty() ? "on this machine" : "where '" + String.join(" ", login) + "' leads")
                        + "; run where SLURM's commands are, or name the machine that has them with the setting"
                        + " 'login: ssh HOST'.",
                cause);
    }

    /** Not on the threads that all share, where whoever waits for SLURM may sit himself. */
    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "gidn-slurm");
        thread.setDaemon(true);
        thread.start();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String all(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}

package org.gidn.experiments.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gidn.core.InvalidInputException;

/**
 * The right to run experiments in a project, held by one run at a time. It rests on a lock of the operating system, which
 * ends with the process that holds it, however that ends; the file's text is there to tell others who holds it.
 */
public final class ProjectLock implements AutoCloseable {
    private static final String FILE = ".lock";
    /** The locked byte lies beyond the text, which others may read. */
    private static final long LOCKED_BYTE = 1L << 40;
    /**
     * The locks of this process, by project. Where locks belong to a process, closing any channel on the file would release
     * them, so that a file whose lock is held here must not be opened again.
     */
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    private final Path project;
    private final FileChannel channel;

    private ProjectLock(Path project, FileChannel channel) {
        this.project = project;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param project the project's absolute folder
     * @throws InvalidInputException if another run holds it, or the folder cannot be written; says who and what to do
     */
    public static ProjectLock take(Path project) {
        String self = describe();
        String other = HELD_HERE.putIfAbsent(project, self);
        if (other != null) {
            throw inUse(project, other);
        }
        Path file = project.resolve(FILE);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw inUse(project, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)));
            return new ProjectLock(project, channel);
        } catch (IOException e) {
            release(project, channel);
            throw new InvalidInputException(
                    "Folder " + project
                            + " cannot be written; allow writing to it, or choose another folder with --out.",
                    e);
        } catch (InvalidInputException e) {
            release(project, channel);
            throw e;
        }
    }

    private static InvalidInputException inUse(Path project, String holder) {
        return new InvalidInputException(
                "Project " + project + " is in use by " + holder + "; wait until its run has ended, or stop it.");
    }

    /** Who holds the lock of a project, if anybody does. */
    public static Optional<String> holder(Path project) {
        String here = HELD_HERE.get(project);
        Path file = project.resolve(FILE);
        if (here != null || !Files.isReadable(file)) {
            return Optional.ofNullable(here);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // A shared lock can be had by any number of askers, but not beside the holder's.
            boolean free = channel.tryLock(LOCKED_BYTE, 1, true) != null;
            return free ? Optional.empty() : Optional.of(Files.readString(file).strip());
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.ofNullable(HELD_HERE.get(project));
        }
    }

    private static String describe() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "this machine";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host + " since "
                + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    }

    private static void release(Path project, FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(project);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        release(project, channel);
    }
}

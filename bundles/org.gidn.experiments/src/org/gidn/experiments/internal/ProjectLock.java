// SPDX-License-Identifier: Apache-2.0
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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;

/**
 * The right to run experiments in a project, held by one run at a time. It rests on a lock of the operating system, which
 * ends with the process that holds it, however that ends; the file's text is there to tell others who holds it.
 */
public final class ProjectLock implements AutoCloseable {
    /** With the zone, since who reads it may be elsewhere. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final String FILE = ".lock";
    /** The byte that takers compete for; askers leave it alone. The bytes lie beyond the text, which others may read. */
    private static final long TAKEN_BYTE = 1L << 40;
    /** The byte by which askers see that the other one is taken. */
    private static final long SHOWN_BYTE = TAKEN_BYTE + 1;
    /**
     * The locks of this process, by project. Where locks belong to a process, closing any channel on the file would release
     * them, so that a file whose lock is held here must not be opened again, by whatever path: hence the real folder, and one
     * caller at a time.
     */
    private static final Map<Path, String> HELD_HERE = new HashMap<>();

    private final Path folder;
    private final FileChannel channel;

    private ProjectLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param project the project's absolute folder
     * @throws InvalidInputException if another run holds it, or the folder cannot be written; says who and what to do
     */
    public static synchronized ProjectLock take(Path project) {
        String self = describe();
        Path folder = real(project);
        String other = HELD_HERE.putIfAbsent(folder, self);
        if (other != null) {
            throw inUse(project, other);
        }
        Path file = folder.resolve(FILE);
        FileChannel channel = null;
        try {
            // What a link leads to, which somebody else may have put there, would lose its content.
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (channel.tryLock(TAKEN_BYTE, 1, false) == null) {
                throw inUse(project, Files.readString(file).strip());
            }
            // Waits for those who are just asking.
            channel.lock(SHOWN_BYTE, 1, false);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)));
            return new ProjectLock(folder, channel);
        } catch (IOException e) {
            release(folder, channel);
            String message = Files.isSymbolicLink(file) ? Messages.lockIsLink : Messages.lockNotWritten;
            throw new InvalidInputException(NLS.bind(message, project), e);
        } catch (InvalidInputException e) {
            release(folder, channel);
            throw e;
        }
    }

    /** The folder itself, whatever links lead to it. */
    private static Path real(Path project) {
        try {
            return project.toRealPath();
        } catch (IOException e) {
            return project;
        }
    }

    private static InvalidInputException inUse(Path project, String holder) {
        return new InvalidInputException(NLS.bind(Messages.lockHeld, project, holder));
    }

    /** Who holds the lock of a project, if anybody does. */
    public static synchronized Optional<String> holder(Path project) {
        Path folder = real(project);
        String here = HELD_HERE.get(folder);
        Path file = folder.resolve(FILE);
        if (here != null || !Files.isReadable(file)) {
            return Optional.ofNullable(here);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // A shared lock can be had by any number of askers, but not beside the holder's.
            boolean free = channel.tryLock(SHOWN_BYTE, 1, true) != null;
            return free ? Optional.empty() : Optional.of(Files.readString(file).strip());
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.ofNullable(HELD_HERE.get(folder));
        }
    }

    private static String describe() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = Messages.lockThisMachine;
        }
        String time = TIME.format(Instant.now());
        return NLS.bind(
                Messages.lockHolder, new Object[] {ProcessHandle.current().pid(), host, time});
    }

    private static synchronized void release(Path folder, FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        release(folder, channel);
    }
}

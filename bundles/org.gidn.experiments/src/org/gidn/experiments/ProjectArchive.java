// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.Escapes;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.Messages;

/**
 * A project in one file: a ZIP archive of its folder, such as the RO-Crate that a project is exported to.
 *
 * @since 1.0
 */
public final class ProjectArchive {
    private ProjectArchive() {}

    /**
     * How much an archive may hold, lest one of a megabyte fill the disk.
     *
     * @param gigabytes most bytes that it unpacks to, in GB; each file and folder counts as a block of 4 KB besides, which it
     *     takes up even where it is empty
     * @param ratio most bytes that it unpacks to for each of its own, where they are more than a few megabytes
     */
    public record Limits(double gigabytes, double ratio) {
        /** The system properties by which the user raises the limits. */
        static final String GIGABYTES = "gidn.archive.gigabytes";

        static final String RATIO = "gidn.archive.ratio";

        private static final long SMALL = 10_000_000;
        private static final long BLOCK = 4096;

        /**
         * 1 GB and a ratio of 100, or what the user has set instead.
         *
         * @throws InvalidInputException if that is no number above 0
         */
        public static Limits ofProcess() {
            return new Limits(set(GIGABYTES, "1"), set(RATIO, "100"));
        }

        private static double set(String property, String normal) {
            String text = System.getProperty(property, normal);
            double limit;
            try {
                limit = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                limit = Double.NaN;
            }
            if (limit > 0) {
                return limit;
            }
            throw new InvalidInputException(NLS.bind(Messages.archiveLimit, property, text));
        }

        private void check(Path archive, long places, double unpacked, long packed) {
            if (places * BLOCK + unpacked > gigabytes * 1e9) {
                throw new InvalidInputException(
                        NLS.bind(Messages.archiveTooLarge, new Object[] {archive, text(gigabytes), GIGABYTES}));
            }
            if (unpacked > Math.max(SMALL, ratio * packed)) {
                throw new InvalidInputException(
                        NLS.bind(Messages.archiveTooDense, new Object[] {archive, text(ratio), RATIO}));
            }
        }

        private static String text(double limit) {
            return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * Makes a project folder of an archive, or nothing if that fails.
     *
     * @param archive holds {@code experiment.yaml} at its top
     * @param folder the new project's folder; must not exist
     * @param limits how much it may hold
     * @return the project
     * @throws InvalidInputException if the archive is none, is damaged, holds no project or too much, or if the folder is there
     *     already or cannot be written
     */
    public static Project unpack(Path archive, Path folder, Limits limits) {
        if (Files.exists(folder)) {
            throw new InvalidInputException(NLS.bind(Messages.folderTaken, folder));
        }
        Path whole = folder.toAbsolutePath().normalize();
        // Beside the folder, on the same disk, so that it becomes the folder at one stroke.
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry experiment = zip.getEntry(Experiment.FILE);
            if (experiment == null || experiment.isDirectory()) {
                throw new InvalidInputException(NLS.bind(Messages.archiveNoProject, archive, Experiment.FILE));
            }
            Folders.delete(part);
            try {
                unpack(zip, archive, part, limits);
                Project.open(part);
                Files.move(part, whole);
            } finally {
                Folders.delete(part);
            }
        } catch (ZipException e) {
            throw new InvalidInputException(
                    NLS.bind(Messages.archiveDamaged, archive, Escapes.line(e.getMessage())), e);
        } catch (EOFException e) {
            // It has no words of its own.
            throw new InvalidInputException(NLS.bind(Messages.archiveDamaged, archive, Messages.archiveEnds), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    NLS.bind(Messages.archiveNotUnpacked, new Object[] {archive, folder, Escapes.line(e.getMessage())}),
                    e);
        }
        return Project.open(folder);
    }

    private static void unpack(ZipFile zip, Path archive, Path folder, Limits limits) throws IOException {
        long packed = Files.size(archive);
        long places = 0;
        // Double, since an archive can say anything of itself; whether it is true is seen when it is unpacked.
        double stated = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            places += target(archive, folder, entry.getName()).getNameCount() - folder.getNameCount();
            stated += Math.max(0, entry.getSize());
            limits.check(archive, places, stated, packed);
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            Path target = target(archive, folder, entry.getName());
            try {
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    write(zip, entry, target);
                }
            } catch (FileAlreadyExistsException e) {
                throw new InvalidInputException(
                        NLS.bind(Messages.archiveEntryTwice, archive, Escapes.line(entry.getName())), e);
            }
        }
    }

    /** Writes what an entry holds, provided that it is what the archive says of it. */
    private static void write(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        CRC32 sum = new CRC32();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0 && size <= entry.getSize(); read = in.read(buffer)) {
                size += read;
                out.write(buffer, 0, read);
            }
        }
        if (size != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw new ZipException(NLS.bind(Messages.archiveEntrySpoilt, Escapes.line(entry.getName())));
        }
    }

    private static Path target(Path archive, Path folder, String entry) {
        Path target;
        try {
            target = folder.resolve(entry).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException(NLS.bind(Messages.archiveEntryRefused, archive, Escapes.line(entry)), e);
        }
        if (!target.startsWith(folder)) {
            throw new InvalidInputException(NLS.bind(Messages.archiveEntryOutside, archive, Escapes.line(entry)));
        }
        return target;
    }
}

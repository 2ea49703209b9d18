// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
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
     * Makes a project folder of an archive. Nothing is left behind if that fails.
     *
     * @param archive holds {@code experiment.yaml} at its top
     * @param folder the new project's folder; must not exist
     * @return the project
     * @throws InvalidInputException if the archive is none, is damaged or holds no project, or if the folder is there already
     *     or cannot be written
     */
    public static Project unpack(Path archive, Path folder) {
        if (Files.exists(folder)) {
            throw new InvalidInputException(NLS.bind(Messages.folderTaken, folder));
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.getEntry(Experiment.FILE) == null) {
                throw new InvalidInputException(NLS.bind(Messages.archiveNoProject, archive, Experiment.FILE));
            }
            try {
                unpack(zip, archive, folder.toAbsolutePath().normalize());
            } catch (IOException | InvalidInputException e) {
                Folders.delete(folder);
                throw e;
            }
        } catch (ZipException e) {
            throw new InvalidInputException(NLS.bind(Messages.archiveDamaged, archive, e.getMessage()), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    NLS.bind(Messages.archiveNotUnpacked, new Object[] {archive, folder, e.getMessage()}), e);
        }
        return Project.open(folder);
    }

    private static void unpack(ZipFile zip, Path archive, Path folder) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new InvalidInputException(NLS.bind(Messages.archiveEntryOutside, archive, entry.getName()));
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(zip.getInputStream(entry), target);
            }
        }
    }
}

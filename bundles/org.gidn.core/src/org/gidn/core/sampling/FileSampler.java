// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.sampling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Cancellation;

/**
 * Takes the first designs of a file, such as those that have been measured, instead of drawing them.
 *
 * @since 1.0
 */
public final class FileSampler implements Sampler {
    private final Path file;
    private final boolean keepOutside;

    /**
     * @param file see {@link DesignTable}
     * @param keepOutside whether designs that are none of the problem are taken too, to learn from; they never count as found
     */
    public FileSampler(Path file, boolean keepOutside) {
        this.file = file;
        this.keepOutside = keepOutside;
    }

    @Override
    public DesignBatch sample(DesignSpace space, int count, RandomGenerator random, Cancellation cancellation) {
        cancellation.check();
        DesignTable table = DesignTable.read(file);
        if (table.size() < count) {
            throw new InvalidInputException("File " + file + " has " + Count.of(table.size(), "design") + ", but "
                    + count + " samples are asked for; set samples to " + table.size() + " or less.");
        }
        return (keepOutside
                        ? table.designs(space)
                        : table.within(space, "take it out, or set keepOutside to learn from such designs"))
                .slice(0, count);
    }

    @Override
    public boolean given() {
        return true;
    }

    /** Makes the sampler from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Sampler> {
        @Override
        public Sampler create(Settings settings) {
            Path file = Path.of(settings.text("file"));
            Path other = Path.of(settings.text("folder")).resolve(file);
            boolean there = Files.exists(file) || Files.notExists(other);
            return new FileSampler(there ? file : other, settings.flag("keepOutside"));
        }
    }
}

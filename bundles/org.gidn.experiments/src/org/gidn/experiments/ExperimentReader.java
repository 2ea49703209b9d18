// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.TextFile;
import org.gidn.experiments.ExperimentTree.Change;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.reading.Tree;
import org.gidn.experiments.internal.reading.TreeReader;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.text.Finding;
import org.gidn.experiments.text.Json;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Reads experiment files and checks them against what is installed. Thread-safe.
 *
 * @since 1.0
 */
public final class ExperimentReader {
    /** Lines of texts are no longer than these. */
    private static final int WIDTH = 120;

    private final Catalogue catalogue;

    public ExperimentReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads and checks an experiment.
     *
     * @param yaml content of an experiment file
     * @param overrides what is changed
     * @return the experiment, or all that is wrong with it, with places
     */
    public Reading read(String yaml, Overrides overrides) {
        return read(yaml, overrides, new ArrayList<>());
    }

    /**
     * The text of an experiment file that says of itself what the overrides make of another one. Comments and layout stay, if
     * that can be; otherwise all settings are written anew.
     *
     * @param yaml content of the other file
     * @throws InvalidInputException if anything is wrong with it or the overrides
     */
    public String changed(String yaml, Overrides overrides) {
        List<Change> changes = new ArrayList<>();
        Experiment experiment = read(yaml, overrides, changes).orThrow(Experiment.FILE);
        String changed = yaml;
        for (Change change : changes) {
            changed = changed(changed, change);
        }
        Experiment written = read(changed, Overrides.NONE).experiment();
        return written != null && written.tree().equals(experiment.tree())
                ? changed
                : Json.writeIndented(experiment.tree());
    }

    /** The text with one setting changed; as it was where that is more than a text. */
    private static String changed(String yaml, Change change) {
        YamlText text = YamlText.parse(yaml).orElseThrow();
        String value = change.value().text();
        List<String> use = new ArrayList<>(change.path());
        use.add(Configuration.USE);
        // Naming the extension that is there anyway keeps its settings.
        return value == null || text.value(use).filter(value::equals).isPresent()
                ? yaml
                : text.set(change.path(), value).applyTo(yaml);
    }

    /**
     * @param changes receives what the overrides have changed
     */
    private Reading read(String yaml, Overrides overrides, List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        Tree root = new TreeReader(findings).read(yaml);
        if (root == null || !findings.isEmpty()) {
            return new Reading(null, findings);
        }
        ExperimentTree tree = new ExperimentTree(catalogue, root, findings);
        Experiment experiment = tree.read(overrides);
        changes.addAll(tree.changes());
        return new Reading(findings.isEmpty() ? experiment : null, findings);
    }

    /**
     * Looks whether a run may have a title.
     *
     * @throws InvalidInputException if it may not, such as an empty one
     */
    public static void requireTitle(String title) {
        ExperimentTree.TITLE.convert(title);
    }

    /**
     * Reads an experiment file.
     *
     * @throws InvalidInputException if the file cannot be read or anything in it is wrong
     */
    public Experiment read(Path file, Overrides overrides) {
        return read(text(file), overrides).orThrow(file.toString());
    }

    /** The text of an experiment file with the settings of a run, all of them; of an unreadable run it is empty of settings. */
    public static String text(RunRecord run) {
        DumpSettings style = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDTH)
                .build();
        return new Dump(style).dumpToString(run.settings());
    }

    /**
     * The experiment of a run, as it was run.
     *
     * @throws InvalidInputException if something that it needs is not installed any more, or damage has destroyed its settings
     */
    public Experiment read(RunRecord run) {
        if (run.settings().isEmpty()) {
            throw new InvalidInputException(run.readable() ? Messages.runLost : run.failure());
        }
        return read(Json.writeIndented(run.settings()), Overrides.NONE)
                .orThrow(NLS.bind(Messages.settingsOfRun, run.number()));
    }

    /**
     * The text of an experiment file; of one that is far too long only the beginning, which {@link #read(String, Overrides)}
     * refuses.
     *
     * @throws InvalidInputException if it cannot be read, or is in another encoding than UTF-8; says which
     */
    public static String text(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(4 * TreeReader.MOST_CHARACTERS + 1);
            return bytes.length > 4 * TreeReader.MOST_CHARACTERS
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : TextFile.decode(bytes, file.toString());
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileGone, file), e);
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileNotRead, file, e.getMessage()), e);
        }
    }

    /**
     * An extension with settings, outside an experiment.
     *
     * @param point the extension point
     * @param id the extension
     * @param field what paths of settings begin with, e.g. {@code evaluator}; may be left out in them
     * @throws InvalidInputException if the identifier or a setting is unknown, or a value wrong
     */
    public Configuration configure(String point, String id, String field, Overrides overrides) {
        Tree root = Tree.givenMap();
        root.give(field, Tree.given(id));
        catalogue.extension(point, id);
        SettingPaths paths = new SettingPaths(catalogue);
        paths.addExtension(field, root, point, null);
        SettingPaths.setAll(Tree.given(overrides.settings()), () -> paths, paths::set);
        List<Finding> findings = new ArrayList<>();
        Configuration configuration =
                new ConfigurationReader(catalogue, findings).read(root.get(field), point, null, root, field);
        if (configuration == null) {
            throw new InvalidInputException(findings.get(0).message());
        }
        return configuration;
    }
}

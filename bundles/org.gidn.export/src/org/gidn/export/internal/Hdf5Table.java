// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignTable;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.experiments.project.ResultColumns;

/** Reads an HDF5 file that an export wrote, as the table that the same run would be as comma-separated values. */
public final class Hdf5Table {
    /** The attribute that says what the objectives are called where they are columns beside others. */
    public static final String COLUMNS = "objectiveColumns";

    /** The group of what is known of the blocks of variables. */
    public static final String BLOCKS = "blocks";

    private static final String LABELS = Block.Kind.CATEGORICAL.name().toLowerCase(Locale.ROOT);

    /** How much memory a table takes at most for each byte of its file. */
    private static final long MOST_RATIO = 100;

    private final HdfFile hdf;
    private final List<String> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private Hdf5Table(HdfFile hdf) {
        this.hdf = hdf;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it is damaged, or not of this program
     */
    public static Table read(Path file) {
        // In memory there is no more than was read, whatever lengths a file states, and no other file.
        try (HdfFile hdf = HdfFile.fromBytes(Files.readAllBytes(file))) {
            return new Hdf5Table(hdf).table(file);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library does not export its exceptions.
            throw refused(file, e);
        } catch (OutOfMemoryError e) {
            // The library believes whatever length a file states.
            if (file.toFile().length() > Runtime.getRuntime().maxMemory() / MOST_RATIO) {
                throw e;
            }
            throw refused(file, e);
        }
    }

    private static InvalidInputException refused(Path file, Throwable cause) {
        return new InvalidInputException(NLS.bind(Messages.exportNotImported, file), cause);
    }

    private Table table(Path file) {
        Object designs = data("designs");
        int size = Array.getLength(designs);
        for (int i = 0; i < size; i++) {
            rows.add(new ArrayList<>());
        }
        columns.addAll(DesignTable.columns(List.of((String[]) data("variables"))));
        matrix(designs);
        nameLabels();
        String[] objectives = (String[]) hdf.getAttribute(COLUMNS).getData();
        double[][] values = (double[][]) data("values");
        for (int objective = 0; objective < objectives.length; objective++) {
            columns.add(objectives[objective]);
            for (int i = 0; i < size; i++) {
                rows.get(i).add(Csv.number(values[i][objective]));
            }
        }
        column(ResultColumns.PREDICTED);
        column(ResultColumns.COUNT);
        column(ResultColumns.ITERATION);
        column(ResultColumns.FAILURE);
        String[] sources = (String[]) hdf.getAttribute("sources").getData();
        columns.add(ResultColumns.SOURCE);
        byte[] source = (byte[]) data(ResultColumns.SOURCE);
        for (int i = 0; i < size; i++) {
            rows.get(i).add(sources[source[i]]);
        }
        List<Table.Row> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(new Table.Row(i + 1L, rows.get(i)));
        }
        return new Table(file.toString(), columns, all);
    }

    private Object data(String name) {
        return hdf.getDatasetByPath(name).getData();
    }

    private void matrix(Object matrix) {
        for (int i = 0; i < rows.size(); i++) {
            Object row = Array.get(matrix, i);
            for (int j = 0; j < Array.getLength(row); j++) {
                rows.get(i).add(text(Array.get(row, j)));
            }
        }
    }

    /** Labels are numbers in the file, and names in tables. */
    private void nameLabels() {
        for (Node node : ((Group) hdf.getChild(BLOCKS)).getChildren().values()) {
            if (!LABELS.equals(node.getAttribute("kind").getData())) {
                continue;
            }
            int first = (int) node.getAttribute("first").getData();
            int variables = (int) node.getAttribute("variables").getData();
            String[] levels = (String[]) node.getAttribute("levels").getData();
            for (List<String> row : rows) {
                row.subList(first, first + variables).replaceAll(level -> levels[Integer.parseInt(level)]);
            }
        }
    }

    private void column(String name) {
        columns.add(name);
        Object data = data(name);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(text(Array.get(data, i)));
        }
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? Csv.number(number) : cell.toString();
    }
}

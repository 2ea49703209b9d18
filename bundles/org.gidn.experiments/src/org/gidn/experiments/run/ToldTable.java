// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.design.DesignTable;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.ResultColumns;

/**
 * What people have measured, as they write it down: a row a specimen. A row names its design by the number under which it was asked
 * for, or by the design itself. Rows without any value and without a reason are not measured yet and passed over.
 *
 * @param table has a column for each output, by its name; it may have those of {@link ResultColumns#ID}, {@link
 *     ResultColumns#FAILURE}, {@link ResultColumns#REMARK} and {@link ResultColumns#WHO}
 * @param who measured it, where the row does not say
 * @param remark for rows without one
 * @param again whether rows that were told before count once more, as further specimens
 * @since 1.0
 */
public record ToldTable(DesignTable table, String who, String remark, boolean again) {
    /**
     * What is new of it.
     *
     * @param designs one a measurement
     * @param before how many measurements were told before
     * @param further the columns that nobody reads
     */
    record Fresh(DesignBatch designs, List<Measurement> measured, int before, List<String> further) {}

    /**
     * Reads it.
     *
     * @throws InvalidInputException if a row does not fit; names the first one that does not, and how many others. Nothing is
     *     taken of the others then
     */
    Fresh read(Problem problem, LaboratoryRecord known) {
        Table rows = table.table();
        for (Output output : problem.outputs()) {
            rows.texts(ResultColumns.of(output));
        }
        List<String> further = ResultColumns.further(rows, problem.space(), problem.outputs());
        List<DesignBatch> designs = new ArrayList<>();
        List<Measurement> measured = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Table.Row row : rows.rows()) {
            Table one = new Table(rows.name(), rows.columns(), List.of(row));
            try {
                Optional<Measurement> measurement = measurement(problem, one);
                if (measurement.isPresent()) {
                    designs.add(design(problem, known, one));
                    measured.add(measurement.get());
                }
            } catch (InvalidInputException e) {
                wrong.add(e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(NLS.bind(
                    wrong.size() == 1 ? Messages.toldRefused : Messages.toldRefusedMore,
                    wrong.get(0),
                    wrong.size() - 1));
        }
        DesignBatch all = designs.isEmpty() ? known.toldDesigns().slice(0, 0) : DesignBatch.join(designs);
        int[] fresh = again ? IntStream.range(0, all.size()).toArray() : fresh(known, all, measured);
        return new Fresh(
                all.select(fresh),
                IntStream.of(fresh).mapToObj(measured::get).toList(),
                all.size() - fresh.length,
                further);
    }

    /** The measurements that are not among those told before, each of which stands for one. */
    private static int[] fresh(LaboratoryRecord known, DesignBatch designs, List<Measurement> measured) {
        DesignIndex index = new DesignIndex();
        List<List<Measurement>> before = new ArrayList<>();
        for (List<Integer> rows : known.byDesign()) {
            index.add(known.toldDesigns(), rows.get(0));
            before.add(new ArrayList<>(
                    rows.stream().map(row -> known.told().get(row).measured()).toList()));
        }
        return IntStream.range(0, measured.size())
                .filter(i -> {
                    int design = index.find(designs, i);
                    List<Measurement> same = design < 0 ? List.of() : before.get(design);
                    Optional<Measurement> twin =
                            same.stream().filter(measured.get(i)::sameOutcome).findFirst();
                    twin.ifPresent(same::remove);
                    return twin.isEmpty();
                })
                .toArray();
    }

    /** What a row says was measured; nothing if it was not measured yet. */
    private Optional<Measurement> measurement(Problem problem, Table row) {
        double[] values = problem.outputs().stream()
                .mapToDouble(output -> row.numbersOrNaN(ResultColumns.of(output))[0])
                .toArray();
        String failure = text(row, ResultColumns.FAILURE, "");
        long given = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        // What was written and is no number, NaN, was measured: the reason is missing then.
        boolean blank = problem.outputs().stream()
                .allMatch(output -> text(row, ResultColumns.of(output), "").isEmpty());
        if (blank && failure.isEmpty()) {
            return Optional.empty();
        }
        if (given > 0 && !failure.isEmpty()) {
            throw new InvalidInputException(NLS.bind(Messages.toldBoth, row.place(0), ResultColumns.FAILURE));
        }
        for (int i = 0; i < values.length && failure.isEmpty(); i++) {
            if (Double.isNaN(values[i])) {
                throw new InvalidInputException(NLS.bind(Messages.toldPart, new Object[] {
                    row.place(0), ResultColumns.of(problem.outputs().get(i)), ResultColumns.FAILURE
                }));
            }
        }
        return Optional.of(new Measurement(
                values,
                failure.isEmpty() ? null : failure,
                text(row, ResultColumns.REMARK, remark),
                text(row, ResultColumns.WHO, who)));
    }

    private static String text(Table row, String column, String otherwise) {
        String text = row.has(column) ? row.texts(column).get(0) : "";
        return text.isEmpty() ? otherwise : text;
    }

    private static DesignBatch design(Problem problem, LaboratoryRecord known, Table row) {
        String id = text(row, ResultColumns.ID, "");
        if (id.isEmpty()) {
            return new DesignTable(row).within(problem.space(), Messages.toldOutside);
        }
        double number = Decimal.parse(id);
        if (!(number >= 1 && number <= known.asked().size() && number == Math.rint(number))) {
            throw new InvalidInputException(
                    NLS.bind(known.asked().isEmpty() ? Messages.toldNothingAsked : Messages.toldUnknown, new Object[] {
                        row.place(0),
                        ResultColumns.ID,
                        Table.shown(id),
                        known.asked().size()
                    }));
        }
        int place = (int) number - 1;
        DesignBatch asked = known.askedDesigns().slice(place, place + 1);
        written(problem, row).filter(design -> !same(design, asked)).ifPresent(design -> {
            throw new InvalidInputException(NLS.bind(Messages.toldOther, row.place(0), place + 1));
        });
        return asked;
    }

    private static boolean same(DesignBatch one, DesignBatch other) {
        return Arrays.equals(one.toArray(0), other.toArray(0));
    }

    /** The design beside its number, unless there is none, or a spreadsheet has made a number of it that is none. */
    private static Optional<DesignBatch> written(Problem problem, Table row) {
        try {
            return Optional.of(new DesignTable(row).designs(problem.space()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}

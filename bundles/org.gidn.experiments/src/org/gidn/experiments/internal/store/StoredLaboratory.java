// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.LaboratoryRecord.Asked;
import org.gidn.experiments.project.LaboratoryRecord.Told;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.RunRecord;

/** Reads what a run has asked people to measure, and what they have told. */
public final class StoredLaboratory {
    private StoredLaboratory() {}

    /** The last run that waits for measurements, else the last one that has asked for any; nothing if none has. */
    public static Optional<Integer> last(StoreReader reader) {
        return first(reader, Table.RUN, "WHERE state = 'waiting' ORDER BY number DESC LIMIT 1", "number")
                .or(() -> first(reader, Table.ASKED, "ORDER BY run DESC LIMIT 1", "run"));
    }

    private static Optional<Integer> first(StoreReader reader, String table, String condition, String column) {
        return reader.answer(rows -> rows.some(table, condition)).stream()
                .flatMap(List::stream)
                .map(row -> (int) row.integer(column))
                .findFirst();
    }

    /** What a run has asked and was told. */
    public static LaboratoryRecord of(StoreReader reader, RunRecord run) {
        return reader.together(() -> read(reader, run)).orElseThrow();
    }

    private static LaboratoryRecord read(StoreReader reader, RunRecord run) {
        int variables = run.space().variables();
        List<Row> asked = reader.all(Key.of(run.number(), Table.ASKED), "number");
        List<Row> told = reader.all(Key.of(run.number(), Table.TOLD), "number");
        DesignBatch askedDesigns = designs(asked, variables);
        DesignBatch toldDesigns = designs(told, variables);
        DesignIndex numbers = new DesignIndex();
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Row row = asked.get(i);
            numbers.add(askedDesigns, i);
            all.add(new Asked(
                    (int) row.integer("number"),
                    row.text("source"),
                    (int) row.integer("iteration"),
                    row.real("predicted"),
                    Instant.ofEpochMilli(row.integer("time"))));
        }
        List<Told> measured = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            int place = numbers.find(toldDesigns, i);
            measured.add(new Told(
                    place < 0 ? Optional.empty() : Optional.of(all.get(place).number()),
                    measurement(told.get(i)),
                    Instant.ofEpochMilli(told.get(i).integer("time"))));
        }
        return new LaboratoryRecord(run, all, askedDesigns, measured, toldDesigns);
    }

    private static DesignBatch designs(List<Row> rows, int variables) {
        return DesignCodec.decode(rows.stream().map(row -> row.bytes("design")).toList(), variables);
    }

    static Measurement measurement(Row row) {
        return new Measurement(
                DesignCodec.decodeNumbers(row.bytes("outputs")),
                row.text("failure"),
                row.text("remark"),
                row.text("who"));
    }
}

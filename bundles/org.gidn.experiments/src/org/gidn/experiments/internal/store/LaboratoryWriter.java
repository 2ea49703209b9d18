// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.Measurement;

/** Writes what a run asks people to measure, and what they tell. */
final class LaboratoryWriter {
    private final Tallies tallies;
    private final RowWriter asked;
    private final RowWriter told;
    private int run;

    LaboratoryWriter(Connection connection, Tallies tallies) throws SQLException {
        this.tallies = tallies;
        this.asked = new RowWriter(connection, Table.ASKED, Twice.FAIL);
        this.told = new RowWriter(connection, Table.TOLD, Twice.FAIL);
    }

    void begin(int number) {
        run = number;
    }

    void asked(Candidates candidates, long time) throws SQLException {
        for (int i = 0; i < candidates.designs().size(); i++) {
            Key key = Key.of(run, Table.ASKED);
            double predicted =
                    candidates.predicted() == null ? Double.NaN : candidates.predicted()[i];
            add(
                    asked,
                    key,
                    asked.row(
                            run,
                            tallies.get(key).size() + 1,
                            DesignCodec.encode(candidates.designs(), i),
                            RowWriter.real(predicted),
                            candidates.source(),
                            candidates.iteration(),
                            time));
        }
    }

    void told(DesignBatch designs, List<Measurement> measured, long time) throws SQLException {
        for (int i = 0; i < measured.size(); i++) {
            Key key = Key.of(run, Table.TOLD);
            Measurement one = measured.get(i);
            add(
                    told,
                    key,
                    told.row(
                            run,
                            tallies.get(key).size() + 1,
                            DesignCodec.encode(designs, i),
                            DesignCodec.encode(one.values()),
                            one.failure(),
                            one.remark(),
                            one.who(),
                            time));
        }
    }

    private void add(RowWriter writer, Key key, Row row) throws SQLException {
        writer.write(row);
        tallies.add(key, row.checksum());
    }
}

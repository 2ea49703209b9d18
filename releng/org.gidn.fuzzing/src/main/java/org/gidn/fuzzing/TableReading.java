// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;

/** Tables of designs and values. */
final class TableReading implements Reading {
    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(Texts.seeds(
                "0110\n1001\n",
                "design,toughness\n0110,1.5\n1001,2\n",
                "\uFEFF\"design\",\"toughness\"\r\n\"0110\",\"1.5\"\r\n",
                "x1,x2,number\n0.5,0.25,1e-3\n",
                "{\"design\": \"0110\", \"number\": 3}\n{\"design\": [0, 1, 1, 0], \"number\": null}\n",
                "design;toughness\n0110;1,5\n"));
        try (Stream<Path> exports = Files.list(Written.project().resolve("exports"))) {
            for (Path export :
                    exports.filter(file -> !file.toString().endsWith(".h5")).toList()) {
                seeds.add(Files.readAllBytes(export));
            }
        }
        return seeds;
    }

    @Override
    public void read(byte[] input) {
        DesignTable designs = DesignTable.parse(input, "t.csv");
        Table table = designs.table();
        if (table.columns().stream().anyMatch(column -> !column.isEmpty())) {
            StringBuilder text = new StringBuilder();
            // So that a header of one column cannot be taken for one with other separators.
            Csv.append(text, with(table.columns(), "last"));
            table.rows().forEach(row -> Csv.append(text, with(row.cells(), "1")));
            Table again = Csv.parse(text.toString(), "t.csv");
            Promise.equal(with(table.columns(), "last"), again.columns());
            Promise.equal(
                    table.rows().stream().map(row -> with(row.cells(), "1")).toList(),
                    again.rows().stream().map(Table.Row::cells).toList());
        }
        InvalidInputException refusal = null;
        for (DesignSpace space : Spaces.ALL) {
            try {
                Spaces.checkRoundTrip(space, designs.designs(space));
                return;
            } catch (InvalidInputException e) {
                Promise.sentence(e.getMessage());
                refusal = e;
            }
        }
        throw refusal;
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> more = new ArrayList<>(cells);
        more.add(last);
        return more;
    }
}

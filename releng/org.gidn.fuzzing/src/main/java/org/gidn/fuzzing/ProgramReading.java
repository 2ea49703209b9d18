// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.declared.OutputsText;
import org.gidn.external.internal.declared.Variable;
import org.gidn.external.internal.declared.VariablesText;
import org.gidn.external.internal.declared.Words;
import org.gidn.external.internal.files.ResultsText;
import org.gidn.external.internal.files.Template;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.Trouble;

/**
 * What an experiment says of a program, and what the program writes: variables, outputs, command, results, a template and a file
 * with results, with lines of {@code ---} between them. What is left out, or cannot be read, is that of the first seed.
 */
final class ProgramReading implements Reading {
    private static final String BETWEEN = "\n---\n";
    private static final int MOST_VARIABLES = 1_000;
    private static final List<String> FIRST = List.of(
            "plate: 2 x 2 phases soft stiff; x: 2 reals from 0 to 1e3 mm; n: integer from 1 to 9",
            "minimise mass in g, sag",
            "sh 'my solver.sh' \"a b\"",
            "mass: out.txt regex ^mass = (\\S+)\nsag: out.json json max.sag[1]",
            "${x[1] * 25.4 + 2 : %10.3f} ${plate}\n${for c in plate where stiff}${c.row} ${c.level}\n${end}",
            "mass = 1.5D+03\n");

    @Override
    public List<byte[]> seeds() {
        List<String> table = new ArrayList<>(FIRST);
        table.set(3, "mass: t.csv column a row 2\nsag: t.csv column 1");
        table.set(5, "a,b\n1,2\n3,4\n");
        List<String> words = new ArrayList<>(FIRST);
        words.set(0, "c: category cast printed\nb: 3 x 3 binary void solid");
        words.set(3, "mass: - line total mass\nsag: t.txt column sag row last");
        words.set(4, "$${ ${c} ${b[2,1].name}");
        words.set(5, "sag b\n1 2\ntotal mass\n 3");
        List<String> json = new ArrayList<>(FIRST);
        json.set(5, "{\"max\": {\"sag\": [1, NaN, 2]}}");
        return Texts.seeds(
                String.join(BETWEEN, FIRST),
                String.join(BETWEEN, table),
                String.join(BETWEEN, words),
                String.join(BETWEEN, json));
    }

    @Override
    public void read(byte[] input) {
        String[] parts = Texts.of(input).split(BETWEEN, FIRST.size());
        List<InvalidInputException> refusals = new ArrayList<>();
        List<Variable> variables =
                or(refusals, part -> variables(part), parts.length > 0 ? parts[0] : FIRST.get(0), FIRST.get(0));
        List<Output> outputs = or(refusals, OutputsText::parse, part(parts, 1), FIRST.get(1));
        or(refusals, part -> Words.of(part, "command"), part(parts, 2), FIRST.get(2));
        DesignSpace space = VariablesText.space(variables);
        try {
            double[] design = new double[space.variables()];
            Arrays.setAll(design, space::lower);
            Template.parse(part(parts, 4), "in.txt", variables).fill(design);
        } catch (InvalidInputException e) {
            refusals.add(e);
        }
        try {
            for (ResultsText.Result result : ResultsText.parse(part(parts, 3), outputs)) {
                double value = result.extraction().from(part(parts, 5), Deadline.in(0.1, Cancellation.NONE));
                Promise.kept(!Double.isNaN(value), "taken for a number");
            }
        } catch (InvalidInputException e) {
            refusals.add(e);
        } catch (Trouble e) {
            Promise.kept(!e.getMessage().isBlank(), "a failure without a word");
        }
        for (InvalidInputException refusal : refusals) {
            Promise.sentence(refusal.getMessage());
        }
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }

    private static List<Variable> variables(String text) {
        List<Variable> variables = VariablesText.parse(text);
        if (VariablesText.space(variables).variables() > MOST_VARIABLES) {
            throw new InvalidInputException("So many would only take time.");
        }
        return variables;
    }

    private static String part(String[] parts, int place) {
        return place < parts.length ? parts[place] : FIRST.get(place);
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> T or(List<InvalidInputException> refusals, Parser<T> parser, String text, String otherwise) {
        try {
            return parser.parse(text);
        } catch (InvalidInputException e) {
            refusals.add(e);
            return parser.parse(otherwise);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an experiment declares of a program: its variables and its outputs. */
@DisabledOnOs(OS.WINDOWS)
class DeclaredTest {
    @TempDir
    private Path folder;

    private Rig rig() throws IOException {
        return new Rig(folder).shell("read line; echo '{\"version\": 1}'; while read line; do :; done");
    }

    private static void refused(Rig rig, String beginning) {
        String found = assertThrows(
                        InvalidInputException.class, () -> rig.make().close())
                .getMessage();
        assertTrue(found.startsWith(beginning), found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: 3 reals form 0 to 1|Line 1 of setting 'variables' has 'form' where 'from' is expected; write",
                "x: 3 reals from 0 too 1|Line 1 of setting 'variables' has 'too' where 'to' is expected; write",
                "x: 3 reals from 0|Line 1 of setting 'variables' has no upper bound; write",
                "x: 3 reals|Line 1 of setting 'variables' has no bounds; write",
                "x: 3 rels from 0 to 1|Line 1 of setting 'variables' does not say of what kind the variables are: Unknown kind"
                        + " 'rels'; did you mean 'real'?",
                "x: 99999999999 reals from 0 to 1|Line 1 of setting 'variables' has 99999999999 variables; 1 to a million",
                "c: 4 x 99999999999 binary|Line 1 of setting 'variables' has 99999999999 variables; 1 to a million",
                "c: 4000 x 4000 binary|Line 1 of setting 'variables' has 4000 × 4000 variables; 1 to a million",
                "c: 0 x 4 binary|Line 1 of setting 'variables' has 0 variables; 1 to a million",
                "c: 4 x 4 binary; c: real from 0 to 1|Line 2 of setting 'variables' has another block of the name 'c';",
                "c: 4 x 4 phases a a|Line 1 of setting 'variables' cannot be: Block 'c' has two levels 'a'"
            })
    void whatIsWrongWithVariablesIsSaidWithItsLine(String variables, String beginning) throws IOException {
        refused(rig().set("variables", variables), beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mass,,", "mass,", ",mass", "mass, , sag", "mass,\n,sag"})
    void aCommaWithoutANameIsRefused(String outputs) throws IOException {
        refused(
                rig().set("outputs", outputs),
                "Setting 'outputs' is '" + outputs.replace('\n', ' ')
                        + "', where no name stands beside one of the commas;");
    }

    @Test
    void outputsStandInLinesOrBetweenCommas() throws IOException {
        for (String outputs :
                List.of("minimise mass in g, sag", "minimise mass in g,\n  sag\n", "minimise mass in g\n\nsag")) {
            try (Evaluator evaluator = rig().set("outputs", outputs).make()) {
                assertEquals(
                        List.of("mass", "sag"),
                        evaluator.outputs().stream().map(Output::name).toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum: out.txt column 0|Line 1 of setting 'results' asks for column 0; columns are counted from 1.",
                "sum: out.txt column a row 0|Line 1 of setting 'results' asks for row 0; rows are counted from 1 below the header.",
                "sum: a.txt line a; sum: b.txt line b|Line 2 of setting 'results' says once more where output 'sum' is to be found;"
            })
    void whatIsWrongWithResultsIsSaidWithItsLine(String results, String beginning) throws IOException {
        Rig rig = rig().set("exchange", "files").set("outputs", "sum").set("results", results.replace("; ", "\n"));
        rig.write("template/in.txt", "${cells}");
        refused(rig, beginning);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.GradientEvaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that show what happens inside a design. */
@DisabledOnOs(OS.WINDOWS)
class FieldsTest {
    private static final double[] DESIGN = {0, 1, 0, 1, 1, 0, 0, 1};

    @TempDir
    private Path folder;

    /** A program that counts ones, and shows what a statement puts into the answer. */
    private Rig rig(String greeting, String shown) throws IOException {
        return new Rig(folder).set("outputs", "sum").python("""
                import json, sys
                json.loads(sys.stdin.readline())
                print('{"version": 1, %s}', flush=True)
                for line in sys.stdin:
                    request = json.loads(line)
                    cells = [[float(v) for v in d] for d in request['evaluate']['cells']]
                    answer = {'id': request['id']}
                    if request.get('fields'):
                        design = cells[0]
                        %s
                    else:
                        answer['outputs'] = {'sum': [sum(d) for d in cells]}
                        if request['gradients']:
                            answer['gradients'] = {'cells': [[1.0] * len(d) for d in cells]}
                    print(json.dumps(answer), flush=True)
                """.formatted(greeting, shown));
    }

    private Rig rig(String shown) throws IOException {
        return rig("\"fields\": true", shown);
    }

    private static Fields shown(Rig rig) {
        try (Evaluator evaluator = rig.make()) {
            return assertInstanceOf(FieldEvaluator.class, evaluator).fields(DESIGN);
        }
    }

    @Test
    void theContractIsKeptWithGradientsToo() throws IOException {
        String shown = "answer['fields'] = {'stress': {'values': design}}";
        try (Evaluator evaluator = rig(shown).make()) {
            assertTrue(evaluator instanceof FieldEvaluator && !(evaluator instanceof GradientEvaluator));
        }
        Rig both = rig("\"gradients\": true, \"fields\": true", shown);
        try (Evaluator evaluator = both.make()) {
            assertTrue(evaluator instanceof GradientEvaluator && evaluator instanceof FieldEvaluator);
        }
        new EvaluatorContract(both::make).check();
        try (Evaluator evaluator = rig("\"fields\": false", shown).make()) {
            assertFalse(evaluator instanceof FieldEvaluator);
        }
    }

    @Test
    void withoutAMeshTheCellsAreSquaresWithTheFirstRowOnTop() throws IOException {
        Fields fields = shown(rig("answer['fields'] = {'stress': {'unit': 'MPa', 'values': design}}"));
        assertEquals(8, fields.quads().length);
        assertEquals("MPa", fields.elementFields().get(0).unit());
        assertEquals(1, fields.elementFields().get(0).values()[1][0]);
        assertEquals(5, fields.variables()[5]);
        // The cell in row 0 and column 1, counter-clockwise from below.
        double[][] corners = {{1, 1}, {2, 1}, {2, 2}, {1, 2}};
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(corners[k], fields.nodes()[fields.quads()[1][k]]);
        }
    }

    @Test
    void aMeshComponentsAndCurvesAreTaken() throws IOException {
        Fields fields = shown(rig("answer.update(mesh=dict(nodes=[[0,0],[2,0],[2,1],[0,1]], quads=[[0,1,2,3]]),"
                + " fields=dict(moved=dict(components=['x','y'], values=[[0,1],[2,3],[4,None],[6,7]]), energy=dict(values=[5])),"
                + " curves=dict(pull=dict(x=[0,1], y=[2,3], xTitle='strain')))"));
        assertEquals("moved", fields.nodeFields().get(0).name());
        assertArrayEquals(
                new double[] {4, Double.NaN}, fields.nodeFields().get(0).values()[2]);
        assertEquals(5, fields.elementFields().get(0).values()[0][0]);
        assertEquals(-1, fields.variables()[0]);
        assertEquals("strain", fields.curves().get(0).xTitle());
        assertArrayEquals(new double[] {2, 3}, fields.curves().get(0).y());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "answer['error'] = 'no licence.'~The program says: no licence.",
                "answer['outputs'] = {'sum': [1]}~The program's answer has no 'fields' by name.",
                "answer['fields'] = {'s': design}~The program's answer has the field 's' that is no object with 'values'.",
                "answer['fields'] = {'s': {'values': design[1:]}}~The program's answer has 7 values of the field 's', where the mesh"
                        + " has 8 elements and 15 nodes.",
                "answer['fields'] = {'s': {'values': ['a'] * 8}}~The program's answer has 'a' among 'values' of the field 's', where"
                        + " a number is expected.",
                "answer['fields'] = {'s': {'values': design, 'components': ['x', 'y']}}~The program's answer has the field 's' with 1"
                        + " components instead of 2.",
                "answer.update({'fields': {}, 'mesh': {'nodes': [[0, 0]], 'quads': [[0, 0, 0, 9]]}})~The program's answer has an"
                        + " element of the mesh with the node 9.0; its nodes are numbered 0 to 0.",
                "answer.update({'fields': {}, 'curves': {'c': {'x': [1], 'y': []}}})~The program's answer has 1 numbers as 'x' and 0"
                        + " as 'y' of the curve 'c'."
            })
    void whatCannotBeShownIsSaid(String shown, String sentence) throws IOException {
        Rig rig = rig(shown);
        assertEquals(
                "Design 01011001: " + sentence,
                assertThrows(InvalidInputException.class, () -> shown(rig)).getMessage());
    }
}

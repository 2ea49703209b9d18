// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.Document;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How forms change an experiment's text. */
class ExperimentModelTest {
    private static final String TEXT = """
        format: 1
        # what is solved
        optimiser:
          use: a.gidn
          samples: 1_000    # random designs
          starts: 50
          predictor: {use: a.network, layers: 3}
        """;

    private final Document document = new Document(TEXT);
    private final ExperimentModel model = new ExperimentModel(document);

    @AfterEach
    void dispose() {
        model.dispose();
    }

    private void undo() throws ExecutionException {
        DocumentUndoManagerRegistry.getDocumentUndoManager(document).undo();
    }

    @Test
    void aFieldIsUndoneAtOnceAndFieldByField() throws Exception {
        List<String> samples = List.of("optimiser", "samples");
        for (String typed : List.of("1", "12", "125")) {
            model.set(samples, typed);
        }
        model.set(List.of("optimiser", "starts"), "5");
        model.set(List.of("optimiser", "starts"), "");
        model.endField();
        model.set(samples, "1250");
        undo();
        assertEquals("125", model.value(samples).orElseThrow());
        assertEquals("", model.value(List.of("optimiser", "starts")).orElse(""));
        undo();
        assertEquals("50", model.value(List.of("optimiser", "starts")).orElseThrow());
        assertEquals("125", model.value(samples).orElseThrow());
        undo();
        assertEquals(TEXT, document.get());
        model.set(samples, "7");
        undo();
        assertEquals(TEXT, document.get(), "what is typed after an undo is a step of its own");
    }

    @Test
    void anotherPartKeepsTheSettingsThatItKnows() throws Exception {
        List<String> part = List.of("optimiser");
        List<String> lost = model.use(part, "a.search", Set.of("samples", "predictor")::contains);
        assertEquals(List.of("starts"), lost);
        assertEquals(
                TEXT.replace("a.gidn", "a.search").replace("  starts: 50\n", ""),
                document.get(),
                "all else stays as it was written");
        undo();
        assertEquals(TEXT, document.get());
        assertEquals(3, model.use(part, "a.random", name -> false).size());
        assertEquals("a.random", model.value(part).orElseThrow());
    }
}

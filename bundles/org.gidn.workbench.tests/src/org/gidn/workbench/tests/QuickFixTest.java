// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.Position;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.text.Finding;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentCheck;
import org.gidn.workbench.internal.editor.FindingPlace;
import org.gidn.workbench.internal.editor.QuickFixes;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an experiment's findings say that is to be put right, and where. */
class QuickFixTest {
    private static final String GOOD = """
        format: 1
        title: Some 1000 designs
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8, crackFraction: 0.25}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: 30}
        """;

    private static Finding finding(String text) {
        List<Finding> findings = ExperimentCheck.findings(Catalogue.installed(), text);
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 8 | size: 7 | 7 | size: 8",
                "size: 8 | sise: 8 | sise | size: 8",
                "crackFraction: 0.25 | crackFraction: 0.3 | 0.3 | crackFraction: 0.25",
                "volumeFraction: 0.25 | volumeFraction: 0.30 | 0.30 | volumeFraction: 0.3125",
                "gidn.baselines.random | gidn.baselines.randon | org.gidn.baselines.randon | gidn.baselines.random",
            })
    void isPutRightWhereItStands(String good, String bad, String underlined, String fixed) {
        String text = GOOD.replace(good, bad);
        Finding finding = finding(text);
        Position place = FindingPlace.of(text, finding);
        assertEquals(underlined, text.substring(place.offset, place.offset + place.length), finding::toString);
        Document document = new Document(text);
        QuickFixes.of(document, place, finding.message()).get(0).apply(document);
        assertEquals(GOOD.replace(good, fixed), document.get());
    }

    @Test
    void aValueThatTheEvaluatorRefusesIsUnderlined() {
        String flow = "{use: org.gidn.fem.crackToughness, size: 1_000, crackFraction: 0.25}";
        String block = "\n    use: org.gidn.fem.crackToughness\n    size: 1_000\n    crackFraction: 0.25";
        for (String evaluator : List.of(flow, block)) {
            String text = GOOD.replaceFirst("\\{use: org.gidn.fem.*}", evaluator);
            Position place = FindingPlace.of(text, finding(text));
            assertEquals("1_000", text.substring(place.offset, place.offset + place.length));
        }
    }

    @Test
    void theProblemsViewPutsRightToo() throws Exception {
        Window.begin();
        IProject project = Window.project("misspelt", GOOD.replace("samples", "sampels"));
        IFile file = project.getFile(Experiment.FILE);
        Projects.openExperiment(Window.page(), project);
        Window.await("its marker", () -> markers(file).length == 1);
        IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(markers(file)[0]);
        assertEquals(
                List.of("Change \u201csampels\u201d to \u201csamples\u201d"),
                Stream.of(fixes).map(IMarkerResolution::getLabel).toList());
        fixes[0].run(markers(file)[0]);
        assertEquals(GOOD, file.readString());
        Window.await("the marker to go", () -> markers(file).length == 0);
        Window.tidy();
    }

    private static IMarker[] markers(IFile file) {
        try {
            return file.findMarkers(Ids.PROBLEM_MARKER, true, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}

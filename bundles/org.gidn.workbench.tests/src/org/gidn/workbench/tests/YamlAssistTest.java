// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.editor.YamlAssist;
import org.junit.jupiter.api.Test;

class YamlAssistTest {
    /** The bar is where the cursor stands. */
    private static final String FILE = """
        format: 1
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
        optimiser:
          use: org.gidn.designer.gidn
          samples: 1_000    # random designs
        """;

    private final YamlAssist assist = new YamlAssist(Catalogue.installed());

    private List<String> proposals(String marked) {
        int cursor = marked.indexOf('|');
        return assist.proposals(marked.replace("|", ""), cursor).stream()
                .map(CompletionProposal::getDisplayString)
                .toList();
    }

    private String completed(String marked, String wanted) {
        int cursor = marked.indexOf('|');
        Document document = new Document(marked.replace("|", ""));
        assist.proposals(document.get(), cursor).stream()
                .filter(proposal -> proposal.getDisplayString().equals(wanted))
                .findFirst()
                .orElseThrow()
                .apply(document);
        return document.get();
    }

    @Test
    void offersTheSettingsThatAreNotThereYet() {
        assertEquals(
                List.of("title", "seed", "budget", "stopAt", "giveUpAfter", "patience", "executor", "scales"),
                proposals(FILE + "|"));
        List<String> method = proposals(FILE + "  |");
        assertTrue(method.containsAll(List.of("starts", "predictor", "iterations")), method::toString);
        assertFalse(method.contains("samples"), "it is there already");
        List<String> plate = proposals(FILE.replace("size: 8", "size: 8, |"));
        assertTrue(plate.contains("crackFraction") && !plate.contains("size"), plate::toString);
    }

    @Test
    void offersWhatIsInstalledAndTheWordsOfAChoice() {
        List<String> evaluators = proposals(FILE.replace("{use: org.gidn.fem.crackToughness, size: 8}", "{use: |}"));
        assertTrue(
                evaluators.stream().anyMatch(text -> text.endsWith(" org.gidn.fem.crackToughness")),
                evaluators::toString);
        assertTrue(proposals(FILE + "  selection: |").contains("diverse"));
        assertEquals(List.of(), proposals(FILE.replace("# random", "# ra|ndom")), "nothing in a comment");
    }

    @Test
    void narrowsTheListByWhatIsTypedAndReplacesIt() {
        assertEquals(List.of("starts", "restarts"), proposals(FILE + "  starts|"), "first what begins with it");
        assertTrue(completed(FILE + "  sta|", "starts").endsWith("  starts: "));
        assertTrue(completed(FILE.replace("size: 8", "size: 8, crackF|"), "crackFraction")
                .contains("size: 8, crackFraction: }"));
    }

    @Test
    void followsTheExtensionInUseWhereThatIsOfAnotherPoint() {
        List<String> network = proposals(FILE + "  predictor: {use: org.gidn.predictor.mlp, lay|}");
        assertTrue(network.contains("layers"), network::toString);
    }

    @Test
    void knowsConstraintsWhereverTheyStandInTheirList() {
        String listed = FILE.replace("optimiser:", """
              constraints:
                - use: org.gidn.core.share
                  of: soft
                  |
                - {use: org.gidn.core.connected, of: stiff}
            optimiser:""");
        assertTrue(proposals(FILE.replace("optimiser:", "  |\noptimiser:")).contains("constraints"));
        assertEquals(List.of("is", "block"), proposals(listed));
        String connected = listed.replace("|", "").replace("of: stiff", "of: stiff, |");
        assertTrue(proposals(connected).contains("neighbours"), proposals(connected)::toString);
        String use = listed.replace("|", "").replace("org.gidn.core.share", "|");
        assertTrue(proposals(use).stream().anyMatch(text -> text.endsWith(" org.gidn.core.perimeter")));
        String row = FILE.replace(
                "optimiser:",
                "  constraints: [{use: org.gidn.core.connected}, {use: org.gidn.core.share, of: soft, |}]\noptimiser:");
        assertEquals(List.of("is", "block"), proposals(row));
    }

    @Test
    void explainsWhatTheMousePointsAt() {
        String starts = assist.explanation(FILE, FILE.indexOf("samples") + 2).orElseThrow();
        assertTrue(starts.contains("Default: "), starts);
        String evaluator =
                assist.explanation(FILE, FILE.indexOf("crackToughness")).orElseThrow();
        assertTrue(evaluator.startsWith("Toughness of a cracked composite\n"), evaluator);
        assertTrue(assist.explanation(FILE, FILE.indexOf("random")).isEmpty());
    }
}

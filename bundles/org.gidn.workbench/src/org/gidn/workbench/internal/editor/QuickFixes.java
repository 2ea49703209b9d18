// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** Puts right what a finding says how to put right, in the text (Ctrl+1). */
public final class QuickFixes implements IQuickAssistProcessor {
    /**
     * What puts a finding right.
     *
     * @param document its text
     * @param place where what is wrong stands, or its line
     * @param sentence the finding
     */
    public static List<CompletionProposal> of(IDocument document, Position place, String sentence) {
        List<CompletionProposal> fixes = new ArrayList<>();
        for (Remedy remedy : Remedy.of(sentence)) {
            Position wrong = wrong(document, place, remedy.wrong());
            if (wrong != null) {
                fixes.add(new CompletionProposal(
                        remedy.right(),
                        wrong.getOffset(),
                        wrong.getLength(),
                        remedy.right().length(),
                        Images.image("value.svg"),
                        NLS.bind(Messages.quickFix, remedy.wrong(), remedy.right()),
                        null,
                        sentence));
            }
        }
        return fixes;
    }

    /** Where a word stands at a place, or else in its line; null if it does not. */
    private static Position wrong(IDocument document, Position place, String word) {
        try {
            String there = document.get(place.getOffset(), place.getLength());
            if (FindingPlace.same(there.replace("_", ""), word)) {
                return place;
            }
            var line = document.getLineInformationOfOffset(place.getOffset());
            int found = document.get(line.getOffset(), line.getLength()).indexOf(word);
            return found < 0 ? null : new Position(line.getOffset() + found, word.length());
        } catch (BadLocationException e) {
            return null; // the text has changed since
        }
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IAnnotationModel annotations = context.getSourceViewer().getAnnotationModel();
        IDocument document = context.getSourceViewer().getDocument();
        List<ICompletionProposal> all = new ArrayList<>();
        Set<String> sentences = new LinkedHashSet<>();
        if (annotations != null) {
            annotations.getAnnotationIterator().forEachRemaining(annotation -> {
                Position place = annotations.getPosition(annotation);
                // A finding that is saved and not yet checked again has a marker and an underline of its own.
                if (place != null
                        && annotation.getText() != null
                        && YamlAssist.sameLine(document, place.getOffset(), context.getOffset())
                        && sentences.add(annotation.getText())) {
                    all.addAll(of(document, place, annotation.getText()));
                }
            });
        }
        return all.toArray(ICompletionProposal[]::new);
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation.getText() != null && !Remedy.of(annotation.getText()).isEmpty();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}

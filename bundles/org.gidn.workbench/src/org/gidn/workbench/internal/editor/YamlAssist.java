// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.graphics.Image;
import org.gidn.experiments.YamlText;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Texts;
import org.gidn.workbench.internal.editor.Vocabulary.Word;

/** Completes names and values in the source of an experiment, and explains what the mouse points at. */
public final class YamlAssist implements IContentAssistProcessor, ITextHover {
    private static final char[] TRIGGERS = {'.'};
    private static final int LINE = 60;

    private final Catalogue catalogue;

    public YamlAssist(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        return proposals(viewer.getDocument().get(), offset).toArray(ICompletionProposal[]::new);
    }

    /** What may be put in at an offset. */
    public List<CompletionProposal> proposals(String text, int offset) {
        if (YamlPlace.inComment(text, offset)) {
            return List.of();
        }
        YamlPlace place = YamlPlace.of(text, offset);
        Optional<YamlText> yaml = readable(text, place);
        Vocabulary vocabulary = vocabulary(yaml);
        boolean name = place.key().isEmpty();
        List<Word> words = name ? vocabulary.names(place.path()) : vocabulary.values(place.target(""));
        List<String> present = name ? yaml.map(all -> all.keys(place.path())).orElse(List.of()) : List.of();
        String typed = text.substring(place.start(), offset).toLowerCase(Locale.ROOT);
        Image image = Images.image(name ? "setting.svg" : "value.svg");
        List<CompletionProposal> proposals = new ArrayList<>();
        for (Word word : matching(words, typed)) {
            if (!present.contains(word.text())) {
                String written = name ? word.text() + ": " : word.text();
                String shown = word.title().isEmpty() ? word.text() : word.title() + " \u2013 " + word.text();
                proposals.add(new CompletionProposal(
                        written,
                        place.start(),
                        offset - place.start(),
                        written.length(),
                        image,
                        shown,
                        null,
                        Texts.wrapped(word.explanation(), LINE)));
            }
        }
        return proposals;
    }

    /** The words that hold what is typed; first those that begin with it. */
    private static List<Word> matching(List<Word> words, String typed) {
        return words.stream()
                .filter(word -> word.text().toLowerCase(Locale.ROOT).contains(typed))
                .sorted(Comparator.comparing(
                        word -> !word.text().toLowerCase(Locale.ROOT).startsWith(typed)))
                .toList();
    }

    private Vocabulary vocabulary(Optional<YamlText> yaml) {
        return new Vocabulary(
                catalogue, path -> yaml.flatMap(all -> all.value(Vocabulary.longer(path, Configuration.USE))));
    }

    /** The structure of a text of which one word may be unfinished: with that word, without it, or without its line. */
    private static Optional<YamlText> readable(String text, YamlPlace place) {
        int lineStart = text.lastIndexOf('\n', place.start() - 1) + 1;
        int lineEnd = text.indexOf('\n', place.end());
        String after = text.substring(place.end());
        return YamlText.parse(text)
                .or(() -> YamlText.parse(text.substring(0, place.start()) + after))
                .or(() -> YamlText.parse(text.substring(0, lineStart) + (lineEnd < 0 ? "" : text.substring(lineEnd))));
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        YamlPlace place = YamlPlace.of(viewer.getDocument().get(), offset);
        return new Region(place.start(), place.end() - place.start());
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return problem(viewer, region)
                .or(() -> explanation(viewer.getDocument().get(), region.getOffset()))
                .map(text -> Texts.wrapped(text, LINE))
                .orElse(null);
    }

    /** What the word at an offset means. */
    public Optional<String> explanation(String text, int offset) {
        YamlPlace place = YamlPlace.of(text, offset);
        if (place.start() == place.end() || YamlPlace.inComment(text, offset)) {
            return Optional.empty();
        }
        String word = text.substring(place.start(), place.end());
        boolean name = place.key().isEmpty();
        Vocabulary vocabulary = vocabulary(readable(text, place));
        List<Word> known = name ? vocabulary.names(place.path()) : vocabulary.values(place.target(""));
        return known.stream()
                .filter(one -> one.text().equals(word) && !one.explanation().isEmpty())
                .findFirst()
                .map(one -> one.title().isEmpty() ? one.explanation() : one.title() + "\n" + one.explanation());
    }

    private static Optional<String> problem(ITextViewer viewer, IRegion region) {
        IAnnotationModel annotations = viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
        if (annotations == null) {
            return Optional.empty();
        }
        IDocument document = viewer.getDocument();
        for (var all = annotations.getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            var position = annotations.getPosition(annotation);
            if (annotation.getText() != null
                    && position != null
                    && sameLine(document, position.getOffset(), region.getOffset())) {
                return Optional.of(annotation.getText());
            }
        }
        return Optional.empty();
    }

    static boolean sameLine(IDocument document, int a, int b) {
        try {
            return document.getLineOfOffset(a) == document.getLineOfOffset(b);
        } catch (BadLocationException e) {
            return false; // the text has changed since
        }
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return TRIGGERS;
    }

    @Override
    public String getErrorMessage() {
        return Messages.completionNothing;
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.gidn.workbench.internal.Messages;

/** Puts right what a finding says how to put right, in the Problems view (Ctrl+1). */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {
    @Override
    public boolean hasResolutions(IMarker marker) {
        return !Remedy.of(marker.getAttribute(IMarker.MESSAGE, "")).isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return Remedy.of(marker.getAttribute(IMarker.MESSAGE, "")).stream()
                .map(Fix::new)
                .toArray(IMarkerResolution[]::new);
    }

    private record Fix(Remedy remedy) implements IMarkerResolution {
        @Override
        public String getLabel() {
            return NLS.bind(Messages.quickFix, remedy.wrong(), remedy.right());
        }

        /** Changes the text that an open editor shows too; it is saved unless there was something to be saved before. */
        @Override
        public void run(IMarker marker) {
            ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
            IPath file = marker.getResource().getFullPath();
            try {
                buffers.connect(file, LocationKind.IFILE, null);
                try {
                    ITextFileBuffer buffer = buffers.getTextFileBuffer(file, LocationKind.IFILE);
                    boolean saved = !buffer.isDirty();
                    apply(marker, buffer.getDocument());
                    if (saved) {
                        buffer.commit(null, false);
                    }
                } finally {
                    buffers.disconnect(file, LocationKind.IFILE, null);
                }
            } catch (CoreException e) {
                Platform.getLog(MarkerFixes.class).log(e.getStatus());
            }
        }

        private void apply(IMarker marker, IDocument document) {
            try {
                int start = marker.getAttribute(IMarker.CHAR_START, -1);
                Position place = start >= 0
                        ? new Position(start, marker.getAttribute(IMarker.CHAR_END, start) - start)
                        : new Position(document.getLineOffset(marker.getAttribute(IMarker.LINE_NUMBER, 1) - 1), 0);
                QuickFixes.of(document, place, marker.getAttribute(IMarker.MESSAGE, "")).stream()
                        .filter(fix -> fix.getDisplayString().equals(getLabel()))
                        .findFirst()
                        .ifPresent(fix -> fix.apply(document));
            } catch (BadLocationException e) {
                // The text has changed since; a check is on its way.
            }
        }
    }
}

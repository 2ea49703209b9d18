// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;

/** A view that is too low for all of it can be scrolled, so that its pictures keep a size at which they can be seen. */
final class ScrolledContent extends Composite {
    private final ScrolledComposite scroll;

    ScrolledContent(Composite parent) {
        this(new ScrolledComposite(parent, SWT.V_SCROLL));
    }

    private ScrolledContent(ScrolledComposite scroll) {
        super(scroll, SWT.NONE);
        this.scroll = scroll;
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        scroll.setBackgroundMode(SWT.INHERIT_DEFAULT);
        scroll.setContent(this);
        addListener(SWT.Resize, event -> fit());
    }

    /** Lays it out anew where what is in it needs more or less room than before. */
    void fit() {
        scroll.setMinHeight(computeSize(getSize().x, SWT.DEFAULT).y);
        layout();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.progress;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Event;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.ProjectLabels;
import org.gidn.workbench.internal.runs.LiveRun;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.GridCell;
import org.gidn.workbench.internal.views.RunView;

/** How the run in focus goes, or went: its best design, its stretches of work, what it found. */
public final class DashboardView extends RunView<DashboardView.Content> {
    private static final int FRAME_MILLISECONDS = 100;
    private static final int PICTURE = 104;
    /** The report has them all. */
    private static final int MOST_EVENTS = 8;

    private final StackLayout stack = new StackLayout();
    private final Runnable frame = this::drawLive;
    private Composite pages;
    private ScrolledComposite scroller;
    private Composite body;
    private FigureControl empty;
    private Label stateImage;
    private Label title;
    private Label method;
    private Label best;
    private DesignControl picture;
    private PhaseList phases;
    private StatisticsTable statistics;
    private Label events;
    private long drawn;

    /** What is stored of a run. */
    record Content(
            RunNode node,
            RunRecord run,
            List<FoundDesign> best,
            List<Progress> phases,
            List<Event> events,
            Statistics samples,
            Statistics inverse) {}

    @Override
    protected void createContent(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(stack);
        empty = new FigureControl(pages);
        scroller = new ScrolledComposite(pages, SWT.V_SCROLL | SWT.H_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        body = new Composite(scroller, SWT.NONE);
        scroller.setContent(body);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(12, 10)
                .spacing(16, 8)
                .applyTo(body);
        body.setBackgroundMode(SWT.INHERIT_FORCE);
        createHeader();
        createBest();
        phases = new PhaseList(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(phases);
        statistics = new StatisticsTable(body);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(statistics);
        events = wrapped(body);
    }

    private void createHeader() {
        Composite header = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(header);
        stateImage = new Label(header, SWT.NONE);
        title = new Label(header, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        method = wrapped(header);
    }

    private static Label wrapped(Composite parent) {
        Label label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(300, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    private void createBest() {
        Composite left = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(left);
        GridDataFactory.fillDefaults()
                .hint(PICTURE, SWT.DEFAULT)
                .align(SWT.FILL, SWT.BEGINNING)
                .applyTo(left);
        picture = new DesignControl(left);
        GridDataFactory.fillDefaults().hint(PICTURE, PICTURE).applyTo(picture);
        best = new Label(left, SWT.CENTER | SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(PICTURE, SWT.DEFAULT)
                .applyTo(best);
    }

    @Override
    protected String heading(RunNode node) {
        return "";
    }

    @Override
    protected Content load(RunNode node, RunResults results) {
        List<Progress> done = results.phases().stream()
                .map(phase -> Progress.ended(phase.name(), phase.unit(), phase.steps(), phase.seconds()))
                .toList();
        return new Content(
                node,
                results.run(),
                results.best(1),
                done,
                results.events(),
                statistics(results, Candidates.SAMPLE),
                statistics(results, Candidates.INVERSE));
    }

    private static Statistics statistics(RunResults results, String source) {
        var sets = results.sets(source);
        return sets.isEmpty() ? null : results.statistics(sets);
    }

    @Override
    protected void show(Content content) {
        boolean live = model().queue().live(content.node()) != null;
        showRun(content.node(), content.run());
        statistics.show(content.samples(), content.inverse());
        if (live) {
            drawLive();
        } else {
            phases.show(content.phases(), null);
            showEvents(content.events());
            showBest(
                    content.run(),
                    content.best().isEmpty() ? null : content.best().get(0));
        }
        layoutBody();
    }

    private void showRun(RunNode node, RunRecord run) {
        stateImage.setImage(Images.image(ProjectLabels.stateImage(run.state())));
        title.setText(LegacyActionTools.escapeMnemonics(NLS.bind(Messages.dashboardTitle, new Object[] {
            node.project().getName(), run.number(), run.state().title()
        })));
        method.setText(LegacyActionTools.escapeMnemonics(run.failure() == null ? run.optimiser() : run.failure()));
        method.requestLayout();
        if (stack.topControl != scroller) {
            stack.topControl = scroller;
            pages.layout();
        }
    }

    /** Draws what a run at work has told, ten times a second. */
    private void drawLive() {
        RunNode node = shownRun();
        LiveRun live = node == null || pages.isDisposed() || !isSeen()
                ? null
                : model().queue().live(node);
        if (live == null) {
            return;
        }
        pages.getDisplay().timerExec(FRAME_MILLISECONDS, frame);
        LiveRun.Snapshot snapshot = live.snapshot();
        if (snapshot.changes() != drawn) {
            drawn = snapshot.changes();
            int rows = phases.rows();
            phases.show(snapshot.phases(), snapshot.current());
            if (snapshot.best() != null) {
                showBest(snapshot.record(), snapshot.best());
            }
            if (showEvents(snapshot.events()) || phases.rows() != rows) {
                layoutBody();
            }
        }
    }

    private void showBest(RunRecord run, FoundDesign design) {
        if (design == null) {
            GridCell.show(picture, false);
            best.setText(Messages.dashboardNoBest);
            return;
        }
        boolean drawable = DesignPicture.suits(run.space());
        GridCell.show(picture, drawable);
        if (drawable) {
            picture.setDesign(new DesignPicture(run.space()), design.designs(), 0);
        }
        best.setText(NLS.bind(
                Messages.dashboardBest, run.objective().name(), String.format(Locale.ROOT, "%.5g", design.value())));
    }

    /** Shows what was told last; returns whether that is something else than before. */
    private boolean showEvents(List<Event> told) {
        String text = told.stream()
                .skip(Math.max(0, told.size() - MOST_EVENTS))
                .map(Event::message)
                .collect(Collectors.joining("\n"));
        String shown = LegacyActionTools.escapeMnemonics(text);
        GridCell.show(events, !text.isEmpty());
        boolean another = !events.getText().equals(shown);
        events.setText(shown);
        return another;
    }

    private void layoutBody() {
        body.layout(true, true);
        scroller.setMinSize(body.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    @Override
    protected void showEmpty(String text) {
        empty.setEmptyText(text);
        stack.topControl = empty;
        pages.layout();
    }

    @Override
    public void setFocus() {
        pages.setFocus();
    }

    /** The stretches of work that are shown. */
    public int phases() {
        return stack.topControl == scroller ? phases.rows() : 0;
    }
}

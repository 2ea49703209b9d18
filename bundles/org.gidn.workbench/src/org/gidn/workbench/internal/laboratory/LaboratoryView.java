// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.laboratory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.AskedTable;
import org.gidn.experiments.run.ToldTable;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.views.EmptyText;
import org.gidn.workbench.internal.views.ViewExport;
import org.gidn.workbench.internal.views.ViewExport.Format;
import org.gidn.workbench.internal.views.WhenSeen;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * The designs of the project in focus that people are to measure, and what they have told: values are typed or pasted, and told
 * when the user says so.
 */
public final class LaboratoryView extends ViewPart {
    private static final int MOST = 1000;
    private static final int GAP = 10;

    private RunModel model;
    private final Runnable focusListener = () -> request();
    private final Consumer<IProject> indexListener = project -> {
        if (project.equals(model.focus().project())) {
            request();
        }
    };
    private WhenSeen seen;
    private Composite stack;
    private Composite page;
    private Canvas empty;
    private String emptyText = "";
    private Label summary;
    private PendingTable pending;
    private MeasuredList measured;
    private Spinner count;
    private Text who;
    private Text remark;
    private Button tell;
    private ViewExport export;
    private IProject shownProject;
    private LaboratoryRecord shown;
    private MeasuredCells cells;
    private boolean reading;
    private boolean again;

    @Override
    public void createPartControl(Composite parent) {
        model = getSite().getService(RunModel.class);
        seen = new WhenSeen(this, this::read);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        empty = new Canvas(stack, SWT.DOUBLE_BUFFERED);
        empty.addPaintListener(event -> EmptyText.draw(event.gc, emptyText, empty.getClientArea()));
        createPage();
        createLine(parent);
        export = new ViewExport(getSite(), this::getPartName, this::formats);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(export);
        HelpContexts.set(parent, Ids.LABORATORY);
        model.focus().addListener(focusListener);
        model.index().addListener(indexListener);
        showEmpty(Messages.viewNoProject);
        request();
    }

    private void createPage() {
        page = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(page);
        summary = new Label(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        SashForm halves = new SashForm(page, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        pending = new PendingTable(halves, this::keep);
        measured = new MeasuredList(halves);
        halves.setWeights(3, 2);
    }

    /** Below the tables: what is asked for, and what is told with all values; in a narrow view in two rows. */
    private void createLine(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        RowLayout rows = new RowLayout(SWT.HORIZONTAL);
        rows.center = true;
        rows.spacing = GAP;
        line.setLayout(rows);
        Composite asking = group(line, Messages.laboratoryCount, 2);
        count = new Spinner(asking, SWT.BORDER);
        count.setValues(0, 0, MOST, 0, 1, 10);
        count.setToolTipText(Messages.laboratoryCountTip);
        name(count);
        button(asking, Messages.laboratoryAsk, Messages.laboratoryAskTip, () -> ask(count.getSelection()));
        who = text(group(line, Messages.laboratoryMeasuredBy, 1), 80);
        Composite telling = group(line, Messages.laboratoryRemark, 2);
        remark = text(telling, 120);
        tell = button(telling, Messages.laboratoryTell, Messages.laboratoryTellTip, this::tell);
    }

    /** Controls that stay together, after what the first of them is called. */
    private static Composite group(Composite parent, String name, int controls) {
        Composite group = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(1 + controls).applyTo(group);
        Label label = new Label(group, SWT.NONE);
        label.setText(name);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
        return group;
    }

    /** Lets a control of a group be called what stands before it. */
    private static void name(Control control) {
        Named.name(control, (Label) control.getParent().getChildren()[0]);
    }

    private static Text text(Composite parent, int width) {
        Text text = new Text(parent, SWT.BORDER);
        name(text);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(width, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    private static Button button(Composite parent, String name, String tip, Runnable work) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(name);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> work.run());
        return button;
    }

    private void request() {
        if (!stack.isDisposed()) {
            seen.request();
        }
    }

    private void read() {
        if (reading) {
            again = true;
            return;
        }
        IProject project = model.focus().project();
        if (project == null) {
            showEmpty(Messages.viewNoProject);
            return;
        }
        reading = true;
        Display display = stack.getDisplay();
        Job job = Job.create(getPartName(), (ICoreRunnable) monitor -> {
            Runnable outcome = read(project);
            if (!display.isDisposed()) {
                display.asyncExec(() -> finish(outcome));
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    private Runnable read(IProject project) {
        try {
            Optional<LaboratoryRecord> record =
                    Project.open(Projects.folder(project)).laboratory();
            return () -> show(project, record);
        } catch (Throwable e) {
            String sentence = Failures.sentence(e);
            return () -> showEmpty(sentence);
        }
    }

    private void finish(Runnable outcome) {
        reading = false;
        if (stack.isDisposed()) {
            return;
        }
        outcome.run();
        if (again) {
            again = false;
            request();
        }
    }

    private void show(IProject project, Optional<LaboratoryRecord> record) {
        if (record.isEmpty()) {
            shownProject = project;
            showEmpty(Messages.laboratoryEmpty);
            return;
        }
        LaboratoryRecord now = record.get();
        boolean other = shown == null
                || !project.equals(shownProject)
                || shown.run().number() != now.run().number();
        if (other) {
            cells = TypedMeasurements.of(project.getName(), now);
        } else {
            cells.forget(now.told().subList(shown.told().size(), now.told().size()));
        }
        shownProject = project;
        shown = now;
        cells.keep(Arrays.stream(now.pending())
                .mapToObj(place -> now.asked().get(place).number())
                .toList());
        TypedMeasurements.keep(project.getName(), now, cells);
        summary.setText(
                now.run().state() == RunState.DONE
                        ? MeasuredList.summary(project.getName(), now) + " " + Messages.laboratoryDone
                        : MeasuredList.summary(project.getName(), now));
        pending.show(now, cells);
        measured.show(now);
        top(page);
        update();
    }

    private void showEmpty(String text) {
        shown = null;
        emptyText = text;
        top(empty);
        empty.redraw();
        update();
    }

    private void top(Control control) {
        ((StackLayout) stack.getLayout()).topControl = control;
        stack.layout();
    }

    private void keep() {
        TypedMeasurements.keep(shownProject.getName(), shown, cells);
        update();
    }

    private void update() {
        tell.setEnabled(shown != null && typed());
        if (export != null) {
            export.update();
        }
    }

    private List<Format> formats() {
        LaboratoryRecord now = shown;
        return now == null || now.pending().length == 0
                ? List.of()
                : List.of(new Format(Messages.laboratoryCsv, "csv", (Path file) -> WholeFile.at(file)
                        .write(part -> Files.writeString(part, new AskedTable(now).csv()))));
    }

    /** Asks for designs: so many are to be pending, or those that the method wants if 0. */
    public Job ask(int most) {
        IProject project = model.focus().project();
        if (project == null) {
            Commands.refuse(Messages.viewNoProject);
            return null;
        }
        return model.queue().ask(project, most);
    }

    /** Tells what was typed. */
    public Job tell() {
        try {
            return model.queue()
                    .tell(shownProject, new ToldTable(cells.table(shown), who.getText(), remark.getText(), true));
        } catch (InvalidInputException e) {
            Commands.refuse(e.getMessage());
            return null;
        }
    }

    /** Takes a block of cells as Ctrl+V does. */
    public void paste(String block) {
        pending.paste(block);
    }

    /** Whether anything is typed that was not told yet. */
    public boolean typed() {
        return cells != null && !cells.empty();
    }

    /** What is shown; null if there is nothing to be measured. */
    public LaboratoryRecord shown() {
        return shown;
    }

    @Override
    public void setFocus() {
        pending.setFocus();
    }

    @Override
    public void dispose() {
        model.focus().removeListener(focusListener);
        model.index().removeListener(indexListener);
        seen.dispose();
        super.dispose();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.Wheel;

/**
 * An exchangeable part of an experiment on a form: a drop-down of all that is installed for it, and below it the settings
 * of the one chosen, those that are parts themselves included.
 */
public final class ExtensionRows {
    private final FormToolkit toolkit;
    private final ExperimentModel model;
    private final Catalogue catalogue;
    private final List<String> path;
    private final List<Extension> choices;
    private final String defaultId;
    private final String elsewhere;
    private final int level;
    private final CCombo combo;
    private final Label description;
    private final Composite settings;
    private final List<SettingRow> rows = new ArrayList<>();
    private final List<ExtensionRows> parts = new ArrayList<>();
    private FurtherRows further;
    private String shownId = "";

    /**
     * @param parent has a grid of {@link SettingRow#COLUMNS} columns
     * @param path where the part stands in the file
     * @param parameter its declaration: name, extension point, default
     * @param elsewhere extension point of the parts that are left out, since another page shows them; null if there is none
     */
    public ExtensionRows(
            Composite parent,
            FormToolkit toolkit,
            ExperimentModel model,
            Catalogue catalogue,
            List<String> path,
            Parameter parameter,
            String elsewhere) {
        this(parent, toolkit, model, catalogue, path, parameter, elsewhere, 0);
    }

    private ExtensionRows(
            Composite parent,
            FormToolkit toolkit,
            ExperimentModel model,
            Catalogue catalogue,
            List<String> path,
            Parameter parameter,
            String elsewhere,
            int level) {
        this.toolkit = toolkit;
        this.model = model;
        this.catalogue = catalogue;
        this.path = path;
        this.choices = catalogue.extensions(parameter.point());
        this.defaultId = parameter.defaultValue();
        this.elsewhere = elsewhere;
        this.level = level;
        Label label = SettingRow.addLabel(parent, toolkit, Words.of(parameter.name()) + ":", level);
        label.setToolTipText(parameter.description());
        combo = new CCombo(parent, SWT.READ_ONLY | SWT.BORDER | SWT.FLAT);
        Named.name(combo, label);
        Wheel.scrolls(combo);
        toolkit.adapt(combo, true, true);
        combo.setItems(choices.stream().map(Extension::name).toArray(String[]::new));
        combo.setVisibleItemCount(12);
        combo.addListener(SWT.Selection, event -> choose(combo.getSelectionIndex()));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .indent(8, 0)
                .hint(220, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(combo);
        toolkit.createLabel(parent, "");
        description = toolkit.createLabel(parent, "", SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .indent(8, 0)
                .hint(220, SWT.DEFAULT)
                .applyTo(description);
        settings = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults()
                .numColumns(SettingRow.COLUMNS)
                .spacing(6, 6)
                .extendedMargins(SettingRow.LEVEL, 0, 0, 6)
                .applyTo(settings);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(SettingRow.COLUMNS, 1)
                .applyTo(settings);
        refresh();
    }

    private void choose(int index) {
        if (index >= 0 && !choices.get(index).id().equals(shownId)) {
            Extension chosen = choices.get(index);
            List<String> lost = model.use(path, chosen.id(), name -> known(chosen, name));
            if (!lost.isEmpty()) {
                model.tell(NLS.bind(Messages.partLost, chosen.name(), String.join(", ", lost)));
            }
        }
    }

    /** Whether an extension has a setting of that name, which allows the value that the file has. */
    private boolean known(Extension extension, String name) {
        return extension.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .anyMatch(parameter -> allows(parameter, Vocabulary.longer(path, name)));
    }

    private boolean allows(Parameter parameter, List<String> place) {
        if (parameter.type() == Parameter.Type.EXTENSION) {
            String used = model.extension(place).or(() -> model.value(place)).orElse("");
            return catalogue.extensions(parameter.point()).stream()
                    .anyMatch(one -> one.id().equals(used));
        }
        try {
            parameter.convert(model.value(place).orElse(""));
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** Shows what the file has now. */
    public void refresh() {
        String id = model.extension(path).orElse(defaultId == null ? "" : defaultId);
        if (id.equals(shownId)) {
            rows.forEach(SettingRow::refresh);
            parts.forEach(ExtensionRows::refresh);
            if (further != null) {
                further.refresh();
            }
            return;
        }
        shownId = id;
        rows.clear();
        parts.clear();
        further = null;
        for (Control child : settings.getChildren()) {
            child.dispose();
        }
        int index = choices.stream().map(Extension::id).toList().indexOf(id);
        if (index < 0) {
            combo.setText(id);
            description.setText("");
        } else {
            combo.select(index);
            description.setText(choices.get(index).description());
            fill(choices.get(index));
        }
        settings.requestLayout();
    }

    private void fill(Extension extension) {
        Map<Boolean, List<Parameter>> parameters =
                extension.parameters().stream().collect(Collectors.partitioningBy(Parameter::further));
        parameters.get(false).forEach(parameter -> fill(settings, parameter));
        List<Parameter> rare = parameters.get(true);
        if (!rare.isEmpty()) {
            further = new FurtherRows(settings, toolkit, () -> rare.stream()
                    .anyMatch(parameter -> model.has(Vocabulary.longer(path, parameter.name()))));
            rare.forEach(parameter -> fill(further.rows(), parameter));
        }
    }

    private void fill(Composite parent, Parameter parameter) {
        List<String> place = Vocabulary.longer(path, parameter.name());
        if (parameter.type() != Parameter.Type.EXTENSION) {
            rows.add(new SettingRow(parent, toolkit, model, place, parameter, level + 1));
        } else if (!parameter.point().equals(elsewhere)) {
            parts.add(new ExtensionRows(parent, toolkit, model, catalogue, place, parameter, elsewhere, level + 1));
        }
    }
}

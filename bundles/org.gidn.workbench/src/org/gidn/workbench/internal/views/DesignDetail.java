// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Replicates;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignPicture;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.LiveInspection.Inspection;

/** The line below a design in the inspector. */
final class DesignDetail {
    private DesignDetail() {}

    /**
     * @param original the design as it was found
     * @param design one value a variable, as it is shown
     */
    static String of(RunRecord run, FoundDesign original, double[] design, Inspection found) {
        List<String> parts = new ArrayList<>();
        if (found.measurements() > 0) {
            parts.add(
                    found.measurements() == 1
                            ? Messages.inspectorMeasured
                            : NLS.bind(Messages.inspectorMeasurements, found.measurements(), spread(run, 0, found)));
        }
        for (int i = 1; i < found.values().length; i++) {
            double value = found.values()[i];
            String name = run.outputs().get(i).name();
            boolean spread = found.measurements() > 1 && name.endsWith(Replicates.SPREAD);
            if (!Double.isNaN(value) && !spread) {
                parts.add(name + " " + String.format(Locale.ROOT, "%.5g", value) + spread(run, i, found));
            }
        }
        double predicted = Double.isNaN(found.predicted()) ? original.predicted() : found.predicted();
        int changed = changed(original, design);
        if (changed > 0) {
            String change = String.format(Locale.ROOT, "%+.4g", found.value() - original.value());
            parts.add(NLS.bind(Messages.inspectorChanged, changed, change));
            predicted = found.predicted();
        }
        if (!Double.isNaN(predicted)) {
            parts.add(NLS.bind(Messages.inspectorPredicted, String.format(Locale.ROOT, "%.5g", predicted)));
        }
        for (int block = 0; block < run.space().blocks().size(); block++) {
            if (run.space().blocks().get(block).picture()) {
                parts.add(shares(run.space(), block, design));
            }
        }
        if (DesignPicture.suits(run.space()) && changed == 0) {
            parts.add(Messages.inspectorClickHint);
        }
        return String.join(" \u00b7 ", parts);
    }

    /** How much the measurements of an output differ, to follow their mean; nothing if that is not known. */
    private static String spread(RunRecord run, int output, Inspection found) {
        String name = run.outputs().get(output).name() + Replicates.SPREAD;
        return IntStream.range(0, found.values().length)
                .filter(i ->
                        found.measurements() > 1 && run.outputs().get(i).name().equals(name))
                .mapToObj(i -> String.format(Locale.ROOT, " \u00b1 %.3g", found.values()[i]))
                .findFirst()
                .orElse("");
    }

    /** How many elements of a picture have each level, the last of them left out; of numbers their mean. */
    private static String shares(DesignSpace space, int number, double[] design) {
        Block block = space.blocks().get(number);
        int first = space.first(number);
        double[] cells = Arrays.copyOfRange(design, first, first + block.variables());
        if (block.levels().isEmpty()) {
            return NLS.bind(
                    Messages.inspectorMean,
                    block.name(),
                    String.format(
                            Locale.ROOT, "%.5g", Arrays.stream(cells).average().orElseThrow()));
        }
        return IntStream.range(0, block.levels().size() - 1)
                .mapToObj(level -> NLS.bind(Messages.inspectorShare, new Object[] {
                    Arrays.stream(cells).filter(value -> value == level).count(),
                    cells.length,
                    block.levels().get(level).name()
                }))
                .collect(Collectors.joining(", "));
    }

    private static int changed(FoundDesign original, double[] design) {
        double[] before = original.designs().toArray(0);
        int changed = 0;
        for (int i = 0; i < design.length; i++) {
            changed += before[i] == design[i] ? 0 : 1;
        }
        return changed;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.LevelCount;
import org.gidn.core.evaluation.Replicates;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignPicture;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.inspector.LiveInspection.Inspection;

/** The line below a design in the inspector. */
final class DesignDetail {
    private static final String SEPARATOR = " \u00b7 ";

    private DesignDetail() {}

    /**
     * @param original the design as it was found
     * @param design one value a variable, as it is shown
     * @param compared with what it is compared, if there is one
     */
    static String of(RunRecord run, FoundDesign original, double[] design, Inspection found, ComparedDesign compared) {
        List<String> parts = new ArrayList<>();
        objection(run.space(), design).ifPresent(parts::add);
        if (compared.design() != null) {
            parts.add(difference(design, found, compared));
        }
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
            predicted = found.predicted();
        }
        if (changed > 0 && compared.design() == null) {
            String change = String.format(Locale.ROOT, "%+.4g", found.value() - original.value());
            parts.add(NLS.bind(Messages.inspectorChanged, changed, change));
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
            parts.add(run.space().layout().mirrored() ? Messages.inspectorMirrorHint : Messages.inspectorClickHint);
        }
        return String.join(SEPARATOR, parts);
    }

    /** The line below what is no design yet. */
    static String ofStep(Inspection found) {
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(found.predicted())) {
            parts.add(NLS.bind(Messages.inspectorPredicted, String.format(Locale.ROOT, "%.5g", found.predicted())));
        }
        parts.add(Messages.inspectorStepHint);
        return String.join(SEPARATOR, parts);
    }

    private static String difference(double[] design, Inspection found, ComparedDesign compared) {
        int different = 0;
        for (int i = 0; i < design.length; i++) {
            different += compared.design()[i] == design[i] ? 0 : 1;
        }
        double difference = found.value() - compared.value();
        String count = String.valueOf(different);
        return Double.isNaN(difference)
                ? NLS.bind(Messages.inspectorDifferent, count, String.valueOf(design.length))
                : NLS.bind(Messages.inspectorDifference, new Object[] {
                    count, String.valueOf(design.length), String.format(Locale.ROOT, "%+.4g", difference)
                });
    }

    /** Why a design is none of the problem's. */
    private static Optional<String> objection(DesignSpace space, double[] design) {
        for (LevelCount count : space.counts()) {
            Block block = space.blocks().get(count.block());
            int first = space.first(count.block());
            long cells = Arrays.stream(design, first, first + block.variables())
                    .filter(value -> value == count.level())
                    .count();
            if (cells < count.least() || cells > count.most()) {
                String asked = count.exact()
                        ? String.valueOf(count.least())
                        : NLS.bind(
                                Messages.inspectorBetween, String.valueOf(count.least()), String.valueOf(count.most()));
                return Optional.of(NLS.bind(
                        Messages.inspectorCount,
                        new Object[] {block.levels().get(count.level()).name(), String.valueOf(cells), asked}));
            }
        }
        return space.objection(DesignBatch.ofValues(design.length, design), 0)
                .map(objection -> NLS.bind(Messages.inspectorOutside, objection));
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
                .mapToObj(level -> NLS.bind(
                        block.layout().mirrored() ? Messages.inspectorHalfShare : Messages.inspectorShare,
                        new Object[] {
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

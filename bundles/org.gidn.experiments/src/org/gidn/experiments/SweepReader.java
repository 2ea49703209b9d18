// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;
import org.gidn.core.text.TextFile;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.reading.Tree;
import org.gidn.experiments.internal.reading.TreeReader;
import org.gidn.experiments.text.Finding;

/**
 * Reads the file of a sweep: YAML with {@code experiment}, {@code seeds}, {@code settings} (all combinations), {@code list} (one
 * after the other) and {@code random} (drawn).
 */
final class SweepReader {
    private static final Set<String> FIELDS = Set.of("experiment", "seeds", "settings", "list", "random");
    private static final Set<String> RANDOM_FIELDS = Set.of("count", "seed", "settings");
    private static final Pattern WHOLE_RANGE = Pattern.compile("(-?\\d{1,18})\\s*\\.\\.\\s*(-?\\d{1,18})");
    private static final Pattern RANGE = Pattern.compile("(\\S+?)\\s*\\.\\.\\s*(\\S+?)(\\s+log)?");
    /** Drawn numbers have so many digits, that people may read them. */
    private static final MathContext DIGITS = new MathContext(6);

    private final String name;

    private SweepReader(String name) {
        this.name = name;
    }

    /** See {@link Sweep#read}. */
    static Sweep read(Path file) {
        return new SweepReader(file.getFileName().toString()).read(TextFile.read(file));
    }

    private Sweep read(String text) {
        List<Finding> findings = new ArrayList<>();
        Tree root = new TreeReader(findings).read(text);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw new InvalidInputException(
                    first.message().equals(Messages.fileEmpty)
                            ? new Finding(first.line(), first.column(), Messages.sweepNoFields).text(name)
                            : first.text(name));
        }
        if (!root.isMap()) {
            throw wrong(root, Messages.sweepNoFields);
        }
        checkFields(root, FIELDS);
        checkOnce(root);
        List<Map<String, String>> settings = List.of(Map.of());
        if (root.get("settings") != null) {
            settings = combined(settings, grid(map(root.get("settings"))));
        }
        if (root.get("list") != null) {
            settings = combined(settings, list(root.get("list")));
        }
        if (root.get("random") != null) {
            settings = combined(settings, random(map(root.get("random"))));
        }
        List<Long> seeds = root.get("seeds") == null ? List.of() : seeds(root.get("seeds"));
        if ((long) settings.size() * Math.max(1, seeds.size()) > Sweep.MOST) {
            throw wrong(root, NLS.bind(Messages.sweepTooMany, Sweep.MOST));
        }
        return new Sweep(Optional.ofNullable(root.get("experiment")).map(this::text), seeds, settings);
    }

    private void checkFields(Tree map, Set<String> known) {
        map.fields().keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw wrong(
                            map.name(field),
                            NearestName.unknown(Messages.sweepField, Table.shown(field), new TreeSet<>(known)));
                });
    }

    /** A setting has one place, for values from two would hide each other. */
    private void checkOnce(Tree root) {
        Set<String> given = new HashSet<>(root.get("seeds") == null ? Set.of() : Set.of("seed"));
        Tree random = root.get("random");
        checkOnce(root.get("settings"), given);
        Tree list = root.get("list");
        Set<String> listed = new HashSet<>();
        for (Tree item : list == null || list.items() == null ? List.<Tree>of() : list.items()) {
            checkOnce(item, new HashSet<>(given));
            listed.addAll(item.isMap() ? item.fields().keySet() : Set.of());
        }
        given.addAll(listed);
        checkOnce(random != null && random.isMap() ? random.get("settings") : null, given);
    }

    private void checkOnce(Tree settings, Set<String> given) {
        if (settings == null || !settings.isMap()) {
            return;
        }
        for (String setting : settings.fields().keySet()) {
            if (!given.add(setting)) {
                throw wrong(settings.name(setting), NLS.bind(Messages.sweepTwice, Table.shown(setting)));
            }
        }
    }

    /** Says that something is there already, for its runs would be made once only. */
    private <T> List<T> distinct(List<T> values, List<Tree> places) {
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                throw wrong(places.get(i), Messages.sweepAgain);
            }
        }
        return values;
    }

    /** Seeds as a number of them from 1 on, a range, or a list. */
    private List<Long> seeds(Tree tree) {
        if (tree.items() != null) {
            if (tree.items().isEmpty()) {
                throw wrong(tree, Messages.sweepEmpty);
            }
            return distinct(tree.items().stream().map(this::whole).toList(), tree.items());
        }
        Matcher range = WHOLE_RANGE.matcher(text(tree));
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            long to = Long.parseLong(range.group(2));
            if (from > to || to - from >= Sweep.MOST) {
                throw wrong(tree, NLS.bind(Messages.sweepSeeds, text(tree)));
            }
            return LongStream.rangeClosed(from, to).boxed().toList();
        }
        return List.of(whole(tree));
    }

    private long whole(Tree tree) {
        if (!text(tree).matches("-?\\d{1,18}")) {
            throw wrong(tree, NLS.bind(Messages.sweepSeeds, text(tree)));
        }
        return Long.parseLong(text(tree));
    }

    /** All combinations of the values of each setting. */
    private List<Map<String, String>> grid(Tree map) {
        List<Map<String, String>> grid = List.of(Map.of());
        for (Map.Entry<String, Tree> field : map.fields().entrySet()) {
            grid = combined(
                    grid,
                    values(field.getValue()).stream()
                            .map(value -> Map.of(field.getKey(), value))
                            .toList());
        }
        return grid;
    }

    private List<String> values(Tree tree) {
        if (tree.items() == null) {
            return List.of(text(tree));
        }
        if (tree.items().isEmpty()) {
            throw wrong(tree, Messages.sweepEmpty);
        }
        return distinct(tree.items().stream().map(this::text).toList(), tree.items());
    }

    private List<Map<String, String>> list(Tree tree) {
        if (tree.items() == null) {
            throw wrong(tree, Messages.sweepNoList);
        }
        if (tree.items().isEmpty()) {
            throw wrong(tree, Messages.sweepListEmpty);
        }
        return distinct(tree.items().stream().map(item -> texts(map(item))).toList(), tree.items());
    }

    private Map<String, String> texts(Tree map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.fields().forEach((field, value) -> texts.put(field, text(value)));
        return texts;
    }

    private List<Map<String, String>> random(Tree map) {
        checkFields(map, RANDOM_FIELDS);
        Tree count = map.get("count");
        double drawings = count == null || !count.isText() ? 0 : Decimal.parse(count.text());
        if (!(drawings >= 1) || drawings != Math.rint(drawings)) {
            throw wrong(count == null ? map : count, Messages.sweepCount);
        }
        if (drawings > Sweep.MOST) {
            throw wrong(count, NLS.bind(Messages.sweepTooMany, Sweep.MOST));
        }
        Tree settings = map.get("settings");
        if (settings == null || !settings.isMap() || settings.fields().isEmpty()) {
            throw wrong(settings == null ? map : settings, Messages.sweepRandomNothing);
        }
        RandomStreams streams = new RandomStreams(map.get("seed") == null ? 1 : whole(map.get("seed")));
        List<Map<String, String>> drawn = new ArrayList<>();
        for (int i = 0; i < drawings; i++) {
            Map<String, String> one = new LinkedHashMap<>();
            for (Map.Entry<String, Tree> field : settings.fields().entrySet()) {
                // A setting that is added changes nothing of what the others draw.
                one.put(field.getKey(), drawn(field.getValue(), streams.stream(field.getKey(), i)));
            }
            drawn.add(one);
        }
        return drawn;
    }

    /** One of a list, a whole number of a range of such, or a number of a range, evenly or by its logarithm. */
    private String drawn(Tree tree, RandomGenerator random) {
        if (tree.items() != null) {
            List<String> values = values(tree);
            return values.get(random.nextInt(values.size()));
        }
        String text = text(tree);
        Matcher whole = WHOLE_RANGE.matcher(text);
        if (whole.matches()) {
            long from = Long.parseLong(whole.group(1));
            long to = Long.parseLong(whole.group(2));
            if (from > to) {
                throw wrong(tree, NLS.bind(Messages.sweepRange, text));
            }
            return Long.toString(random.nextLong(from, to + 1));
        }
        Matcher range = RANGE.matcher(text);
        double from = range.matches() ? Decimal.parse(range.group(1)) : Double.NaN;
        double to = range.matches() ? Decimal.parse(range.group(2)) : Double.NaN;
        boolean logarithmic = range.matches() && range.group(3) != null;
        if (!(from <= to) || logarithmic && !(from > 0)) {
            throw wrong(tree, NLS.bind(Messages.sweepRange, text));
        }
        double share = random.nextDouble();
        double value = logarithmic ? from * StrictMath.pow(to / from, share) : from + share * (to - from);
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
    }

    private static List<Map<String, String>> combined(
            List<Map<String, String>> ones, List<Map<String, String>> others) {
        if ((long) ones.size() * others.size() > Sweep.MOST) {
            throw new InvalidInputException(NLS.bind(Messages.sweepTooMany, Sweep.MOST));
        }
        return ones.stream()
                .flatMap(one -> others.stream().map(other -> {
                    Map<String, String> both = new LinkedHashMap<>(one);
                    both.putAll(other);
                    return both;
                }))
                .toList();
    }

    private Tree map(Tree tree) {
        if (!tree.isMap()) {
            throw wrong(tree, Messages.sweepNoSettings);
        }
        return tree;
    }

    private String text(Tree tree) {
        if (!tree.isText()) {
            throw wrong(tree, Messages.sweepNoText);
        }
        return tree.text();
    }

    private InvalidInputException wrong(Tree place, String message) {
        return new InvalidInputException(place.finding(message).text(name));
    }
}

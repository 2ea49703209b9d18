// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.design.LevelCount;
import org.gidn.core.design.Linear;

/** A design space as a tree, see {@link org.gidn.experiments.text.Json}; reads also what former versions wrote. */
final class SpaceText {
    private SpaceText() {}

    static Map<String, Object> write(DesignSpace space) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("blocks", space.blocks().stream().map(SpaceText::write).toList());
        if (!space.counts().isEmpty()) {
            map.put("counts", space.counts().stream().map(SpaceText::write).toList());
        }
        if (!space.linears().isEmpty()) {
            map.put("sums", space.linears().stream().map(SpaceText::write).toList());
        }
        if (space.bound()) {
            map.put("bound", bound(space));
        }
        return map;
    }

    private static Map<String, Object> write(Block block) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", block.name());
        map.put("kind", block.kind().name().toLowerCase(Locale.ROOT));
        map.put("rows", block.rows());
        map.put("columns", block.columns());
        if (block.levels().isEmpty()) {
            map.put("lower", numbers(block.variables(), block::lower));
            map.put("upper", numbers(block.variables(), block::upper));
            map.put("unit", block.unit());
        } else {
            map.put(
                    "levels",
                    block.levels().stream()
                            .map(level -> Map.of("name", level.name(), "colour", level.colour()))
                            .toList());
        }
        if (block.picture()) {
            map.put(
                    "picture",
                    Map.of(
                            "mirrored",
                            block.layout().mirrored(),
                            "slitRows",
                            block.layout().slitRows()));
        }
        return map;
    }

    private static Map<String, Object> write(LevelCount count) {
        return Map.of("block", count.block(), "level", count.level(), "least", count.least(), "most", count.most());
    }

    private static Map<String, Object> write(Linear linear) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", linear.name());
        map.put("variables", IntStream.of(linear.variables()).boxed().toList());
        map.put("coefficients", numbers(linear.coefficients().length, i -> linear.coefficients()[i]));
        if (linear.least() > Double.NEGATIVE_INFINITY) {
            map.put("least", linear.least());
        }
        if (linear.most() < Double.POSITIVE_INFINITY) {
            map.put("most", linear.most());
        }
        return map;
    }

    /** For each bound variable its number with its value, or that of the variable it is tied to. */
    private static List<Object> bound(DesignSpace space) {
        List<Object> bound = new ArrayList<>();
        for (int j = 0; j < space.variables(); j++) {
            if (space.leader(j) != j) {
                bound.add(Map.of("variable", j, "tiedTo", space.leader(j)));
            } else if (space.fixed(j).isPresent()) {
                bound.add(Map.of("variable", j, "value", space.fixed(j).getAsDouble()));
            }
        }
        return bound;
    }

    private static List<Double> numbers(int count, IntToDoubleFunction number) {
        return IntStream.range(0, count).mapToDouble(number).boxed().toList();
    }

    /**
     * Reads a space.
     *
     * @param map the space
     * @param problem what it stands in, where former versions wrote how a design is drawn
     */
    static DesignSpace read(Map<?, ?> map, Map<?, ?> problem) {
        if (!map.containsKey("blocks")) {
            return former(map, (Map<?, ?>) problem.get("layout"));
        }
        DesignSpace space = DesignSpace.of(
                list(map, "blocks").stream().map(SpaceText::block).toList());
        for (Map<?, ?> count : list(map, "counts")) {
            space = space.withCount(new LevelCount(
                    integer(count, "block"), integer(count, "level"), integer(count, "least"), integer(count, "most")));
        }
        for (Map<?, ?> sum : list(map, "sums")) {
            space = space.withLinear(new Linear(
                    (String) sum.get("name"),
                    ((List<?>) sum.get("variables"))
                            .stream().mapToInt(SpaceText::integer).toArray(),
                    numbers(sum.get("coefficients")),
                    sum.containsKey("least") ? number(sum.get("least")) : Double.NEGATIVE_INFINITY,
                    sum.containsKey("most") ? number(sum.get("most")) : Double.POSITIVE_INFINITY));
        }
        for (Map<?, ?> bound : list(map, "bound")) {
            int variable = integer(bound, "variable");
            space = bound.containsKey("tiedTo")
                    ? space.withTie(variable, integer(bound, "tiedTo"))
                    : space.withFixed(variable, number(bound.get("value")));
        }
        return space;
    }

    private static Block block(Map<?, ?> map) {
        String name = (String) map.get("name");
        int rows = integer(map, "rows");
        int columns = integer(map, "columns");
        Block.Kind kind = Block.Kind.valueOf(((String) map.get("kind")).toUpperCase(Locale.ROOT));
        List<Level> levels = list(map, "levels").stream()
                .map(level -> new Level((String) level.get("name"), (String) level.get("colour")))
                .toList();
        Block block =
                switch (kind) {
                    case PHASES -> Block.phases(name, rows, columns, levels);
                    case CATEGORICAL -> Block.categories(name, Math.multiplyExact(rows, columns), levels);
                    case INTEGER ->
                        Block.integers(
                                name, numbers(map.get("lower")), numbers(map.get("upper")), (String) map.get("unit"));
                    case CONTINUOUS ->
                        Block.continuous(
                                name, numbers(map.get("lower")), numbers(map.get("upper")), (String) map.get("unit"));
                };
        return map.get("picture") instanceof Map<?, ?> picture
                ? block.drawn(rows, columns, layout(picture, "slitRows"))
                : block;
    }

    private static DesignLayout layout(Map<?, ?> map, String slit) {
        return new DesignLayout((Boolean) map.get("mirrored"), integer(map, slit));
    }

    /** One block of 0 and 1, or one of numbers. */
    private static DesignSpace former(Map<?, ?> map, Map<?, ?> layout) {
        if (map.get("kind").equals("continuous")) {
            return DesignSpace.continuous(numbers(map.get("lower")), numbers(map.get("upper")));
        }
        DesignSpace space = DesignSpace.of(Block.binary("cells", integer(map, "rows"), integer(map, "columns"))
                .drawn(layout(layout, "crackRows")));
        return map.containsKey("zeros") ? space.withZeros(integer(map, "zeros")) : space;
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(SpaceText::number).toArray();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static int integer(Object value) {
        return ((Number) value).intValue();
    }

    private static int integer(Map<?, ?> map, String name) {
        return integer(map.get(name));
    }

    /** The maps of a list; none if there is no list. */
    private static List<Map<?, ?>> list(Map<?, ?> map, String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (map.get(name) instanceof List<?> list) {
            list.forEach(each -> maps.add((Map<?, ?>) each));
        }
        return maps;
    }
}

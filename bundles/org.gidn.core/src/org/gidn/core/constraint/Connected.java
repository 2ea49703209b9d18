// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;

/**
 * All cells of a phase hang together, or a piece of it leads from edge to edge. Violated by the number of cells that lie apart
 * from the largest piece, or that lack on the shortest way between the edges, over the number of all cells.
 *
 * @since 1.0
 */
public final class Connected implements Constraint {
    /** What is connected. */
    public enum Between {
        /** All cells of the phase with each other. */
        CELLS,
        /** The left edge with the right one. */
        LEFTRIGHT,
        /** The top edge with the bottom one. */
        TOPBOTTOM
    }

    private final String block;
    private final String level;
    private final int neighbours;
    private final Between between;

    /**
     * @param block name of the block; {@code ""} for the first
     * @param level name or number of the phase
     * @param neighbours 4 if cells hang together by sides, 8 if by corners too
     */
    public Connected(String block, String level, int neighbours, Between between) {
        this.block = block;
        this.level = level;
        this.neighbours = neighbours;
        this.between = between;
    }

    @Override
    public Optional<DesignRule> rule(DesignSpace space) {
        Rule rule = new Rule(Grid.of(space, block, level), neighbours, between);
        LevelRoom room = LevelRoom.of(space, rule.grid());
        String refusal = between == Between.CELLS ? severed(room, neighbours) : missing(rule, room);
        if (refusal != null) {
            throw new InvalidInputException("No design can " + rule.demand() + ", for " + refusal + ".");
        }
        return Optional.of(rule);
    }

    /** What keeps all designs from having one piece; null if nothing does. */
    private static String severed(LevelRoom room, int neighbours) {
        int[] fixed = IntStream.range(0, room.must().length)
                .filter(cell -> room.must()[cell])
                .toArray();
        int[] ways = fixed.length == 0 ? new int[0] : room.ways(cell -> cell == fixed[0], neighbours);
        return Arrays.stream(fixed).allMatch(cell -> ways[cell] > 0)
                ? null
                : "cells that are fixed to another phase part some that are fixed to it; free some of them";
    }

    /** What keeps all designs from having a piece from edge to edge; null if nothing does. */
    private static String missing(Rule rule, LevelRoom room) {
        int[] ways = room.ways(cell -> rule.edge(cell, true), rule.neighbours());
        OptionalInt shortest = IntStream.range(0, ways.length)
                .filter(cell -> ways[cell] > 0 && rule.edge(cell, false))
                .map(cell -> ways[cell])
                .min();
        if (shortest.isEmpty()) {
            return "cells that are fixed to another phase are in every way; free some of them";
        }
        return shortest.getAsInt() <= room.most()
                ? null
                : "that takes " + Count.of(shortest.getAsInt(), "cell") + " and at most " + room.most()
                        + " are allowed; allow more";
    }

    private record Rule(Grid grid, int neighbours, Between between) implements DesignRule {
        @Override
        public String demand() {
            return switch (between) {
                case CELLS -> "have all cells of " + grid.name() + " in one piece";
                case LEFTRIGHT -> "have a piece of " + grid.name() + " from the left to the right edge";
                case TOPBOTTOM -> "have a piece of " + grid.name() + " from the top to the bottom edge";
            };
        }

        @Override
        public double violation(double[] design) {
            boolean[] has = grid.read(design);
            if (between != Between.CELLS) {
                return path(has).stream().filter(cell -> !has[cell]).count() / (double) grid.cells();
            }
            List<List<Integer>> pieces = pieces(has);
            int largest = pieces.stream().mapToInt(List::size).max().orElse(0);
            int all = pieces.stream().mapToInt(List::size).sum();
            return (all - largest) / (double) grid.cells();
        }

        /** Two ways of different phases that cross share a cell, unless either goes by the corners of the other's. */
        @Override
        public Optional<String> contradiction(DesignRule other) {
            return other instanceof Rule that
                            && that.grid.first() == grid.first()
                            && that.grid.level() != grid.level()
                            && between == Between.LEFTRIGHT
                            && that.between == Between.TOPBOTTOM
                            && Math.min(neighbours, that.neighbours) == 4
                    ? Optional.of("either piece would part the other; leave one of them out, or let both go by corners"
                            + " with 8 'neighbours'")
                    : Optional.empty();
        }

        /** Fills a shortest way between the edges; moves the cells of small pieces to the border of the largest. */
        @Override
        public Optional<double[]> repair(double[] design, RandomGenerator random) {
            boolean[] has = grid.read(design);
            double[] repaired = design.clone();
            if (between != Between.CELLS) {
                path(has).forEach(cell -> has[cell] = true);
                grid.write(has, repaired);
                return Optional.of(repaired);
            }
            List<List<Integer>> pieces = pieces(has);
            pieces.sort(Comparator.comparing(piece -> -piece.size()));
            for (List<Integer> piece : pieces.subList(Math.min(1, pieces.size()), pieces.size())) {
                for (int cell : piece) {
                    List<Integer> border = border(has, pieces.get(0));
                    if (!border.isEmpty()) {
                        int chosen = border.get(random.nextInt(border.size()));
                        // The two cells swap their levels, so that every count stays.
                        double level = repaired[grid.first() + cell];
                        repaired[grid.first() + cell] = repaired[grid.first() + chosen];
                        repaired[grid.first() + chosen] = level;
                        has[cell] = false;
                        has[chosen] = true;
                        pieces.get(0).add(chosen);
                    }
                }
            }
            return Optional.of(repaired);
        }

        private List<Integer> border(boolean[] has, List<Integer> piece) {
            return piece.stream()
                    .flatMap(cell ->
                            Arrays.stream(grid.neighbours(cell, neighbours)).boxed())
                    .filter(cell -> cell >= 0 && !has[cell])
                    .distinct()
                    .sorted()
                    .toList();
        }

        private List<List<Integer>> pieces(boolean[] has) {
            boolean[] seen = new boolean[has.length];
            List<List<Integer>> pieces = new ArrayList<>();
            for (int start = 0; start < has.length; start++) {
                if (has[start] && !seen[start]) {
                    List<Integer> piece = new ArrayList<>(List.of(start));
                    seen[start] = true;
                    for (int i = 0; i < piece.size(); i++) {
                        for (int next : grid.neighbours(piece.get(i), neighbours)) {
                            if (next >= 0 && has[next] && !seen[next]) {
                                seen[next] = true;
                                piece.add(next);
                            }
                        }
                    }
                    pieces.add(piece);
                }
            }
            return pieces;
        }

        /** The cells of a way between the edges that lacks as few cells of the phase as possible (a breadth-first search of 0 and 1). */
        private List<Integer> path(boolean[] has) {
            int[] lacking = new int[has.length];
            int[] before = new int[has.length];
            Arrays.fill(lacking, Integer.MAX_VALUE);
            Deque<Integer> queue = new ArrayDeque<>();
            for (int cell = 0; cell < has.length; cell++) {
                if (edge(cell, true)) {
                    lacking[cell] = has[cell] ? 0 : 1;
                    before[cell] = -1;
                    if (has[cell]) {
                        queue.addFirst(cell);
                    } else {
                        queue.addLast(cell);
                    }
                }
            }
            while (!queue.isEmpty()) {
                int cell = queue.pollFirst();
                for (int next : grid.neighbours(cell, neighbours)) {
                    int cost = next < 0 ? 0 : lacking[cell] + (has[next] ? 0 : 1);
                    if (next >= 0 && cost < lacking[next]) {
                        lacking[next] = cost;
                        before[next] = cell;
                        if (has[next]) {
                            queue.addFirst(next);
                        } else {
                            queue.addLast(next);
                        }
                    }
                }
            }
            int end = -1;
            for (int cell = 0; cell < has.length; cell++) {
                if (edge(cell, false) && (end < 0 || lacking[cell] < lacking[end])) {
                    end = cell;
                }
            }
            List<Integer> path = new ArrayList<>();
            for (int cell = end; cell >= 0; cell = before[cell]) {
                path.add(cell);
            }
            return path;
        }

        private boolean edge(int cell, boolean beginning) {
            int place = between == Between.LEFTRIGHT ? cell % grid.columns() : cell / grid.columns();
            int last = between == Between.LEFTRIGHT ? grid.columns() - 1 : grid.rows() - 1;
            return place == (beginning ? 0 : last);
        }
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            return new Connected(
                    settings.text("block"),
                    settings.text("of"),
                    Integer.parseInt(settings.text("neighbours")),
                    Between.valueOf(settings.text("between").toUpperCase(Locale.ROOT)));
        }
    }
}

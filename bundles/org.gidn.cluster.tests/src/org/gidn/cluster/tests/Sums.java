// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import com.fasterxml.jackson.core.JsonFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.execution.Recipe;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Workers;

/** A method whose pieces are long sums: each begins with the number that is handed to it. */
public final class Sums implements PieceWork {
    private static final int STEPS = 2_000_000;

    /** Makes it where a worker runs. */
    public static final class Maker implements Factory<Sums> {
        @Override
        public Sums create(Settings settings) {
            return new Sums();
        }
    }

    /** Some pieces of one that is here and can be made elsewhere. */
    static PieceTask task(int pieces) {
        Sums here = new Sums();
        Recipe recipe = new Recipe(
                new Recipe.Part("org.gidn.cluster.tests.sums", Maker.class.getName(), Map.of()),
                Stream.of(Sums.class, Evaluator.class, JsonFactory.class)
                        .map(Slow::place)
                        .distinct()
                        .map(Content::of)
                        .toList(),
                List.of());
        PieceSource source = new PieceSource() {
            @Override
            public PieceWork here() {
                return here;
            }

            @Override
            public Recipe recipe() {
                return recipe;
            }
        };
        return new PieceTask(
                source,
                Stream.iterate(1.0, i -> i + 1).limit(pieces).map(Sums::number).toList());
    }

    private static byte[] number(double value) {
        return ByteBuffer.allocate(Double.BYTES).putDouble(value).array();
    }

    @Override
    public byte[] piece(byte[] input, Workers workers, Listener listener) {
        double sum = ByteBuffer.wrap(input).getDouble();
        if (sum < 0) {
            throw new IllegalStateException("no sum of " + sum);
        }
        for (int k = 1; k <= STEPS; k++) {
            sum += 1 / (sum + k);
        }
        workers.cancellation().check();
        return number(sum);
    }

    @Override
    public byte[] trial() {
        return number(0.5);
    }
}

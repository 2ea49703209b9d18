// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.Tile;
import org.gidn.predictor.internal.TilePool;
import org.junit.jupiter.api.Test;

class TilePoolTest {
    @Test
    void lendsAThreadTheTileThatItHadBefore() throws Exception {
        try (TilePool pool = new TilePool(new Architecture(4, new int[] {3}), 8, false, false);
                ExecutorService second = Executors.newSingleThreadExecutor();
                ExecutorService third = Executors.newSingleThreadExecutor()) {
            Tile mine = pool.borrow();
            Tile other = second.submit(pool::borrow).get();
            pool.giveBack(mine);
            second.submit(() -> pool.giveBack(other)).get();

            assertSame(mine, pool.borrow(), "though the other was given back later");
            assertSame(other, third.submit(pool::borrow).get(), "as long as one is idle, none is made");
            pool.giveBack(mine);
            pool.giveBack(other);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.run.Watch;
import org.junit.jupiter.api.Test;

/** Who gives no sign of life is left behind, but not for what keeps the whole program. */
class WatchTest {
    private final Watch watch = new Watch(new Bench(run -> {}).experiment("patience=0.5"), 60, Cancellation.NONE);

    @Test
    void aProgramThatStoodStillLeavesNobodyBehind() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean stood = new AtomicBoolean();
        CountDownLatch goesOn = new CountDownLatch(1);
        watch.run(
                () -> {
                    await(goesOn);
                    done.set(true);
                },
                () -> {
                    if (stood.compareAndSet(false, true)) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000));
                        goesOn.countDown();
                    }
                });
        assertTrue(done.get());
    }

    @Test
    void whoHangsIsLeftBehindThoughTheProgramIsSlow() {
        CountDownLatch never = new CountDownLatch(1);
        assertThrows(
                Watch.SilenceException.class,
                () -> watch.run(() -> await(never), () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300))));
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

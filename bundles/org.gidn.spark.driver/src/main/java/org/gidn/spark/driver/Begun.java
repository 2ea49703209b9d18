// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.driver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Tells of workers that wait no longer. */
final class Begun extends SparkListener {
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        String name = job.properties().getProperty("spark.jobGroup.id");
        job.stageInfos().foreach(stage -> names.put(stage.stageId(), name));
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart task) {
        Driver.say("running\t" + names.get(task.stageId()));
    }
}

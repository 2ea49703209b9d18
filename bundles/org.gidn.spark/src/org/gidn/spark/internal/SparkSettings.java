// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.cluster.ClusterSettings;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Settings;

/**
 * The executor's settings.
 *
 * @param master where Spark's master is
 * @param home the folder of Spark
 * @param options settings of Spark, {@code name=value}
 * @param cluster what has nothing to do with Spark
 */
record SparkSettings(String master, Path home, List<String> options, ClusterSettings cluster) {
    static SparkSettings of(Settings settings) {
        String master = settings.text("master").strip();
        if (master.isEmpty()) {
            throw new InvalidInputException(
                    "Setting 'master' is empty; name Spark's master, such as spark://HOST:7077, or"
                            + " local[2] for this machine.");
        }
        List<String> options = Stream.of(settings.text("options").split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
        for (String option : options) {
            if (!option.matches("spark\\.[^=\\s]+=.*")) {
                throw new InvalidInputException(
                        "'" + option + "' is no setting of Spark; write spark.NAME=VALUE for the setting 'options'.");
            }
        }
        return new SparkSettings(
                master,
                home(settings.text("home").strip()),
                options,
                new ClusterSettings(
                        Path.of(settings.text("shared")),
                        settings.integer("workers"),
                        settings.integer("cores"),
                        settings.integer("memory"),
                        settings.integer("lease"),
                        settings.integer("patience"),
                        settings.text("java").strip()));
    }

    private static Path home(String setting) {
        String variable = System.getenv("SPARK_HOME");
        if (setting.isEmpty() && variable == null) {
            throw new InvalidInputException(
                    "No Spark is known on this machine; unpack Spark 4, built for Scala 2.13, and name its"
                            + " folder with the setting 'home' or the variable SPARK_HOME.");
        }
        Path home = Path.of(setting.isEmpty() ? variable : setting);
        try (Stream<Path> jars = Files.list(home.resolve("jars"))) {
            if (jars.noneMatch(jar -> jar.getFileName().toString().matches("spark-core_2\\.13-4\\..*\\.jar"))) {
                throw new InvalidInputException("The Spark in " + home
                        + " is none of version 4 for Scala 2.13; name the folder of" + " one with the setting 'home'.");
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "Folder " + home + " holds no Spark: its folder 'jars' cannot be read; name the folder"
                            + " where Spark is unpacked with the setting 'home'.",
                    e);
        }
        return home;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs workers as tasks of Spark. A process of its own, since Spark wants to see all classes through one loader; it is talked to by lines:
 * it reads {@code start NAME SCRIPT LOG} and {@code stop NAME}, its words apart by tabs, and prints {@code ready}, {@code running NAME},
 * {@code ended NAME WHY}, or {@code failed WHY} as its last word. When nobody talks to it any longer it stays as long as a worker does,
 * so that a program that is begun again finds its workers.
 */
public final class Driver {
    private static final String TAB = "\t";
    private static final String EXCEPTION = "Exception: ";
    private static final int WORDS = 4;

    private Driver() {}

    /**
     * @param args master, name of the application, cores a worker, memory a worker in MB, workers at most, this program's jar,
     *     and options of Java for Spark's other processes
     */
    public static void main(String[] args) {
        try (JavaSparkContext spark = new JavaSparkContext(configuration(args))) {
            Tasks tasks = new Tasks(spark);
            say("ready");
            listen(tasks);
            tasks.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // Scala throws checked exceptions without declaring them.
            say("failed" + TAB + reason(e));
            System.exit(1);
        }
    }

    private static SparkConf configuration(String... args) {
        String cores = args[2];
        return new SparkConf()
                .setMaster(args[0])
                .setAppName(args[1])
                .setJars(new String[] {args[5]})
                .setIfMissing("spark.executor.extraJavaOptions", args[6])
                .set("spark.task.cpus", cores)
                .set("spark.executor.cores", cores)
                .set("spark.executor.memory", args[3] + "m")
                .set("spark.cores.max", String.valueOf(Integer.parseInt(cores) * Integer.parseInt(args[4])))
                // What a worker leaves undone another one does; Spark is not to start it again under the same name.
                .set("spark.task.maxFailures", "1")
                .set("spark.ui.enabled", "false");
    }

    private static void listen(Tasks tasks) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(TAB, WORDS);
            if (words[0].equals("start")) {
                tasks.start(words[1], words[2], words[3]);
            } else {
                tasks.stop(words[1]);
            }
        }
    }

    /** Prints a line at once; whoever reads may be gone. */
    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** What went wrong in one line; Spark puts the cause behind the names of its own parts. */
    static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String line = message.lines().findFirst().orElse(message);
        int cause = line.lastIndexOf(EXCEPTION);
        return cause < 0 ? line : line.substring(cause + EXCEPTION.length());
    }
}

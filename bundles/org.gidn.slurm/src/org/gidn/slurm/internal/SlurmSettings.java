// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.cluster.ClusterSettings;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Settings;

/** The executor's settings by their names, and the script that they give for {@code sbatch}. */
record SlurmSettings(Map<String, String> values) {
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d+)-(\\d+)(?::(\\d+)(?::(\\d+))?)?)|(?:(\\d+)(?::(\\d+)(?::(\\d+))?)?)");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    static SlurmSettings of(Settings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.values().forEach((name, value) -> {
            String text = String.valueOf(value).strip();
            if (text.indexOf('\n') >= 0) {
                throw new InvalidInputException("Setting '" + name + "' has several lines; write one.");
            }
            values.put(name, text);
        });
        SlurmSettings all = new SlurmSettings(values);
        if (all.seconds() < MINUTE) {
            throw new InvalidInputException("Setting 'time' is " + all.text("time")
                    + ", too short for a worker; let it live for a minute at least, better for hours.");
        }
        return all;
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }

    String login() {
        return text("login");
    }

    boolean wholeRuns() {
        return Boolean.parseBoolean(text("wholeRuns"));
    }

    String gidn() {
        return text("gidn");
    }

    /** What has nothing to do with SLURM. */
    ClusterSettings cluster() {
        return new ClusterSettings(
                Path.of(text("shared")),
                number("workers"),
                number("cores"),
                number("memory"),
                number("lease"),
                number("patience"),
                text("modules").isEmpty() || !text("java").isEmpty() ? text("java") : "java");
    }

    /**
     * How long a worker may live, in seconds.
     *
     * @throws InvalidInputException if the time is none
     */
    long seconds() {
        Matcher time = TIME.matcher(text("time"));
        if (!time.matches()) {
            throw new InvalidInputException("'" + text("time") + "' is no time; write minutes, hours:minutes:seconds or"
                    + " days-hours, such as 2:00:00, for the setting 'time'.");
        }
        if (time.group(1) != null) {
            return part(time, 1) * DAY + part(time, 2) * HOUR + part(time, 3) * MINUTE + part(time, 4);
        }
        return time.group(7) == null
                ? part(time, 5) * MINUTE + part(time, 6)
                : part(time, 5) * HOUR + part(time, 6) * MINUTE + part(time, 7);
    }

    private static long part(Matcher time, int group) {
        return time.group(group) == null ? 0 : Long.parseLong(time.group(group));
    }

    /** The script of an array of so many workers. */
    String script(int tasks, Path script, Path log) {
        StringBuilder text = new StringBuilder(text("modules").isEmpty() ? "#!/bin/sh\n" : "#!/bin/bash -l\n");
        option(text, "job-name", "gidn");
        option(text, "array", "1-" + tasks);
        option(text, "output", log.resolve("%A_%a.txt").toString());
        option(text, "open-mode", "append");
        option(text, "ntasks", "1");
        option(text, "cpus-per-task", text("cores"));
        option(text, "time", text("time"));
        option(text, "mem", number("memory") == 0 ? "" : text("memory") + "M");
        option(text, "partition", text("partition"));
        option(text, "account", text("account"));
        option(text, "constraint", text("constraint"));
        for (String line : text("lines").split("\\s+")) {
            text.append(line.isEmpty() ? "" : "#SBATCH " + line + "\n");
        }
        for (String module : text("modules").split("\\s+")) {
            text.append(module.isEmpty() ? "" : "module load '" + module.replace("'", "") + "'\n");
        }
        // The folder's server may show the script late.
        return text.append("script='")
                .append(script.toString().replace("'", "'\\''"))
                .append("'\nwaited=0\nuntil [ -r \"$script\" ] || [ $waited -ge 120 ]; do\n")
                .append("    waited=$((waited + 1))\n    sleep 1\ndone\n")
                .append("exec sh \"$script\" \"${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID\" ")
                .append(seconds())
                .append('\n')
                .toString();
    }

    private static void option(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("#SBATCH --").append(name).append("=\"").append(value).append("\"\n");
        }
    }
}

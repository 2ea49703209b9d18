// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.internal.Messages;

/**
 * Settings that were changed and make no difference beside other ones, as their attribute {@code when} tells: conditions such as
 * {@code exchange=files} or {@code restarts>0} with commas between, all of which must hold.
 */
final class IdleSettings {
    private static final Pattern CONDITION = Pattern.compile("\\s*(\\w+)\\s*([=>])\\s*(\\S+)\\s*");

    private IdleSettings() {}

    /** A sentence for each such setting of an experiment. */
    static List<String> of(Experiment experiment) {
        List<String> sentences = new ArrayList<>();
        add(experiment.evaluator(), "evaluator.", sentences);
        experiment.constraints().forEach(placed -> add(placed.constraint(), "", sentences));
        add(experiment.optimiser(), "optimiser.", sentences);
        add(experiment.executor(), "executor.", sentences);
        return sentences;
    }

    private static void add(Configuration used, String path, List<String> sentences) {
        for (Declaration declared : used.extension().declaration().children("parameter")) {
            String when = declared.attribute("when");
            String name = declared.attribute("name");
            if (when == null || unchanged(used, name)) {
                continue;
            }
            for (String condition : when.split(",")) {
                Matcher parts = CONDITION.matcher(condition);
                if (parts.matches() && !holds(used, parts)) {
                    sentences.add(NLS.bind(Messages.settingIdle, new Object[] {
                        path + name, parts.group(1), used.values().get(parts.group(1)), condition.strip()
                    }));
                }
            }
        }
        used.values().forEach((name, value) -> {
            if (value instanceof Configuration nested) {
                add(nested, path + name + ".", sentences);
            }
        });
    }

    private static boolean unchanged(Configuration used, String name) {
        Parameter parameter = used.extension().parameter(name).orElseThrow();
        String usual = parameter.defaultValue();
        return usual != null && parameter.convert(usual).equals(used.values().get(name));
    }

    private static boolean holds(Configuration used, Matcher condition) {
        Object value = used.values().get(condition.group(1));
        return condition.group(2).equals(">")
                ? value instanceof Number number && number.doubleValue() > Double.parseDouble(condition.group(3))
                : Arrays.asList(condition.group(3).split("\\|")).contains(String.valueOf(value));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;

/** The names of features, which p2 calls by other names than the user. */
final class Features {
    private static final String SUFFIX = ".feature.group";

    private Features() {}

    static String id(IInstallableUnit unit) {
        String id = unit.getId();
        return id.endsWith(SUFFIX) ? id.substring(0, id.length() - SUFFIX.length()) : id;
    }

    static Plugin plugin(IInstallableUnit unit, URI site) {
        String name = unit.getProperty(IInstallableUnit.PROP_NAME, null);
        return new Plugin(
                id(unit), name == null ? id(unit) : name, unit.getVersion().toString(), site);
    }

    /**
     * The units of the features that the user names.
     *
     * @throws InvalidInputException if there is none of a name; says which there are
     */
    static List<IInstallableUnit> choose(Collection<IInstallableUnit> units, Collection<String> names, String kind) {
        List<IInstallableUnit> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(units.stream()
                    .filter(unit -> id(unit).equals(name) || unit.getId().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                            kind, name, units.stream().map(Features::id).toList()))));
        }
        return chosen;
    }
}

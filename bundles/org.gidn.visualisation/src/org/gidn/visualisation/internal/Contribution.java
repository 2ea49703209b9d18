// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.Made;

/** A kind of figure as a bundle's {@code plugin.xml} declares it. */
public record Contribution(IConfigurationElement element) {
    /** All declarations by elements of one name, those of one bundle in the order of its {@code plugin.xml}. */
    public static List<Contribution> installed(String point, String element) {
        return Arrays.stream(RegistryFactory.getRegistry().getConfigurationElementsFor(point))
                .filter(candidate -> candidate.getName().equals(element))
                .map(Contribution::new)
                .toList();
    }

    /**
     * The declaration of that identifier.
     *
     * @param kind what it is called in the message
     * @throws InvalidInputException if there is none; names the nearest
     */
    public static Contribution of(String point, String element, String kind, String id) {
        List<Contribution> installed = installed(point, element);
        return installed.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        kind, id, installed.stream().map(Contribution::id).toList())));
    }

    public String id() {
        return element.getAttribute("id");
    }

    public String name() {
        return element.getAttribute("name");
    }

    public String description() {
        return element.getAttribute("description");
    }

    /**
     * Lets the declared class draw.
     *
     * @throws org.gidn.experiments.guest.PluginException if the contributing bundle is at fault; names it
     */
    public <T, F> List<F> figures(Class<T> type, Function<T, List<F>> drawing) {
        Guest guest =
                new Guest(element.getName(), id(), element.getContributor().getName());
        T maker = guest.make(() -> element.createExecutableExtension("class"), new Made(), type);
        return guest.complete("figures", drawing.apply(maker));
    }
}

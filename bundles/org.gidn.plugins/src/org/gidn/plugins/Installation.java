// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.UIServices;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.engine.query.UserVisibleRootQuery;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.operations.InstallOperation;
import org.eclipse.equinox.p2.operations.ProfileChangeOperation;
import org.eclipse.equinox.p2.operations.ProvisioningSession;
import org.eclipse.equinox.p2.operations.UninstallOperation;
import org.eclipse.equinox.p2.operations.Update;
import org.eclipse.equinox.p2.operations.UpdateOperation;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.gidn.core.InvalidInputException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * The installation of the running product, whose plug-ins are changed by p2. Changes are seen when the program is started
 * next. Not thread-safe.
 *
 * @since 1.0
 */
public final class Installation {
    private final IProvisioningAgent agent;
    private final ProvisioningSession session;
    private final Sites sites;

    private Installation(IProvisioningAgent agent) {
        this.agent = agent;
        this.session = new ProvisioningSession(agent);
        this.sites = new Sites(agent);
    }

    /**
     * That of the running program.
     *
     * @throws InvalidInputException if it was not installed by p2, as within an IDE
     */
    public static Installation running() {
        BundleContext context = FrameworkUtil.getBundle(Installation.class).getBundleContext();
        ServiceReference<IProvisioningAgent> reference = context.getServiceReference(IProvisioningAgent.class);
        IProvisioningAgent agent = reference == null ? null : context.getService(reference);
        if (agent == null || profile(agent) == null) {
            throw new InvalidInputException(
                    "Plug-ins can be installed in the product only; this program was started in another way.");
        }
        return new Installation(agent);
    }

    private static IProfile profile(IProvisioningAgent agent) {
        return agent.getService(IProfileRegistry.class).getProfile(IProfileRegistry.SELF);
    }

    /** The features that were added to the product. */
    public List<Plugin> installed() {
        return added().stream().map(unit -> Features.plugin(unit, null)).toList();
    }

    private List<IInstallableUnit> added() {
        IProfile profile = profile(agent);
        Set<IInstallableUnit> core = profile.query(
                        QueryUtil.createCompoundQuery(
                                productBundles().map(QueryUtil::createIUQuery).toList(), false),
                        null)
                .toUnmodifiableSet();
        return Sites.newest(profile, new UserVisibleRootQuery()).stream()
                .filter(unit -> unit.getRequirements().stream()
                        .noneMatch(requirement -> core.stream().anyMatch(requirement::isMatch)))
                .toList();
    }

    /** Bundles by which features are known to be parts of the product itself. */
    private static Stream<String> productBundles() {
        IProduct product = Platform.getProduct();
        return Stream.of(
                        FrameworkUtil.getBundle(InvalidInputException.class),
                        FrameworkUtil.getBundle(Platform.class),
                        product == null ? null : product.getDefiningBundle())
                .filter(Objects::nonNull)
                .map(Bundle::getSymbolicName);
    }

    /**
     * What a site offers, the latest version of each feature.
     *
     * @throws InvalidInputException if there is no site
     */
    public List<Plugin> offered(URI site) {
        return sites.features(site).stream()
                .map(unit -> Features.plugin(unit, site))
                .toList();
    }

    /** The sites where plug-ins are looked for: the product's own, and those that were added or installed from. */
    public List<URI> sites() {
        return sites.known();
    }

    /**
     * Adds a site to the known ones.
     *
     * @throws InvalidInputException if there is no site
     */
    public void addSite(URI site) {
        sites.read(site);
        sites.remember(site);
    }

    /**
     * Forgets a site.
     *
     * @throws InvalidInputException if it is not known
     */
    public void removeSite(URI site) {
        if (!sites.known().contains(site)) {
            throw new InvalidInputException(
                    "The update site " + site + " is not known; 'gidn plugins sites' lists those that are.");
        }
        sites.forget(site);
    }

    /** The feature of a known site that contributes an extension which is not installed; empty if none does. */
    public Optional<Plugin> providing(String extension) {
        return sites.providing(extension);
    }

    /**
     * Where an extension is to be had that is not installed.
     *
     * @param sentence says it of the feature that provides the extension
     * @return the sentence; {@code ""} if no known site has such a feature
     */
    public static String advice(String extension, Function<Plugin, String> sentence) {
        try {
            return running().providing(extension).map(sentence).orElse("");
        } catch (InvalidInputException e) {
            return "";
        }
    }

    /**
     * Installs features, and remembers their site. What the site offers is trusted, signed or not: to be called where the
     * user named it. The window has p2's own wizard instead, which asks.
     *
     * @param site where they are; null to look at all known sites
     * @return what was installed
     * @throws InvalidInputException if the site lacks one, or it does not fit this product
     */
    public List<Plugin> install(URI site, Collection<String> features) {
        List<URI> places = read(site);
        List<IInstallableUnit> units = Features.choose(sites.features(places), features, "feature");
        places.forEach(sites::remember);
        InstallOperation operation = new InstallOperation(session, units);
        operation.setProvisioningContext(context(places));
        perform(operation, "installed");
        return units.stream().map(unit -> Features.plugin(unit, site)).toList();
    }

    /**
     * Removes features.
     *
     * @throws InvalidInputException if one is not installed or is a part of the product itself
     */
    public List<Plugin> uninstall(Collection<String> features) {
        List<IInstallableUnit> units = Features.choose(added(), features, "installed feature");
        perform(new UninstallOperation(session, units), "uninstalled");
        return units.stream().map(unit -> Features.plugin(unit, null)).toList();
    }

    /**
     * Replaces added features by newer versions.
     *
     * @param site where to look; null for all known sites
     * @param features identifiers; all that were added if empty
     * @return the newer versions; empty if there is none
     */
    public List<Plugin> update(URI site, Collection<String> features) {
        List<IInstallableUnit> units =
                features.isEmpty() ? added() : Features.choose(added(), features, "installed feature");
        if (units.isEmpty()) {
            return List.of();
        }
        List<URI> places = read(site);
        UpdateOperation operation = new UpdateOperation(session, units);
        operation.setProvisioningContext(context(places));
        if (operation.resolveModal(new NullProgressMonitor()).getCode() == UpdateOperation.STATUS_NOTHING_TO_UPDATE) {
            return List.of();
        }
        perform(operation, "updated");
        return Stream.of(operation.getSelectedUpdates())
                .map((Update update) -> Features.plugin(update.replacement, site))
                .toList();
    }

    /** Reads a site, or all known ones that are reachable if it is null. */
    private List<URI> read(URI site) {
        if (site == null) {
            return sites.reachable();
        }
        sites.read(site);
        return List.of(site);
    }

    /** Only these sites are used. The user named them, so they are not asked about once more. */
    private ProvisioningContext context(List<URI> places) {
        ProvisioningContext context = new ProvisioningContext(agent);
        context.setMetadataRepositories(places.toArray(URI[]::new));
        context.setArtifactRepositories(places.toArray(URI[]::new));
        context.setProperty(ProvisioningContext.CHECK_AUTHORITIES, Boolean.FALSE.toString());
        return context;
    }

    private void perform(ProfileChangeOperation operation, String done) {
        IStatus status = operation.resolveModal(new NullProgressMonitor());
        if (status.getSeverity() >= IStatus.ERROR) {
            throw refused(done, operation.getResolutionDetails(), status);
        }
        agent.registerService(UIServices.SERVICE_NAME, new NamedSites());
        IStatus result = operation.getProvisioningJob(new NullProgressMonitor()).runModal(new NullProgressMonitor());
        if (result.getSeverity() >= IStatus.ERROR) {
            throw refused(done, deepest(result), result);
        }
    }

    private static InvalidInputException refused(String done, String reason, IStatus status) {
        return new InvalidInputException(
                "This cannot be " + done + ": " + reason.strip().replaceAll("\\s*\\R\\s*", " "), status.getException());
    }

    private static String deepest(IStatus status) {
        return status.isMultiStatus() && status.getChildren().length > 0
                ? deepest(status.getChildren()[0])
                : status.getMessage();
    }
}

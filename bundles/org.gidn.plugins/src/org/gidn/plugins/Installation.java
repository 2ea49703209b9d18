// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long RETRY_NANOS = 100_000_000L;

    private final IProvisioningAgent agent;
    private final ProvisioningSession session;
    private final Sites sites;
    private final Origins origins;

    private Installation(IProvisioningAgent agent) {
        this.agent = agent;
        this.session = new ProvisioningSession(agent);
        this.sites = new Sites(agent);
        this.origins = new Origins(agent);
    }

    /**
     * That of the running program.
     *
     * @throws InvalidInputException if it was not installed by p2, as within an IDE, or another program is changing it
     */
    public static Installation running() {
        BundleContext context = FrameworkUtil.getBundle(Installation.class).getBundleContext();
        ServiceReference<IProvisioningAgent> reference = context.getServiceReference(IProvisioningAgent.class);
        IProvisioningAgent agent = reference == null ? null : context.getService(reference);
        if (agent == null || profile(agent) == null) {
            throw new InvalidInputException(
                    "Plug-ins can be installed in the product only; this program was started in another way.");
        }
        if (profile(agent).query(QueryUtil.createIUAnyQuery(), null).isEmpty()) {
            // What p2 takes for the installation while another process holds it.
            throw Refusal.busy(null);
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

    /** The names of those who signed an installed feature; empty if a part of it is not signed. */
    public List<String> signers(Plugin plugin) {
        return installedUnit(plugin.id())
                .map(unit -> new Signers(agent).of(unit, profile(agent)))
                .orElse(List.of());
    }

    private Optional<IInstallableUnit> installedUnit(String feature) {
        return Sites.newest(profile(agent), new UserVisibleRootQuery()).stream()
                .filter(unit -> Features.id(unit).equals(feature))
                .findFirst();
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
     * What a site offers, the latest version of each feature. A site that was not known is not remembered.
     *
     * @throws InvalidInputException if there is no site
     */
    public List<Plugin> offered(URI site) {
        List<URI> known = sites.known();
        try {
            return sites.features(site).stream()
                    .map(unit -> Features.plugin(unit, site))
                    .toList();
        } finally {
            sites.keep(known);
        }
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
     * Installs features, and remembers their site. The window has p2's own wizard instead, which asks.
     *
     * @param site where they are; null to look at all known sites
     * @param allowed the risks that the user takes
     * @return what was installed
     * @throws InvalidInputException if the site lacks one, one is installed already or does not fit this product, or the user
     *     has to allow a risk first; a site that was not known before is forgotten then
     */
    public List<Plugin> install(URI site, Collection<String> features, Set<Risk> allowed) {
        List<URI> known = sites.known();
        List<URI> used = new ArrayList<>(known);
        try {
            List<URI> places = read(site, allowed);
            List<IInstallableUnit> units = Features.choose(sites.features(places), features, "feature");
            units.forEach(this::requireNew);
            InstallOperation operation = new InstallOperation(session, units);
            operation.setProvisioningContext(context(places));
            perform(operation, places, allowed, "installed");
            used.addAll(places);
            return units.stream().map(unit -> Features.plugin(unit, site)).toList();
        } finally {
            sites.keep(used);
        }
    }

    private void requireNew(IInstallableUnit feature) {
        String id = Features.id(feature);
        installedUnit(id).ifPresent(present -> {
            throw new InvalidInputException("The feature " + id + " is installed already, in version "
                    + present.getVersion() + "; 'gidn plugins update " + id + "' looks for a newer one.");
        });
    }

    /**
     * Removes features.
     *
     * @throws InvalidInputException if one is not installed or is a part of the product itself
     */
    public List<Plugin> uninstall(Collection<String> features) {
        List<IInstallableUnit> units = Features.choose(added(), features, "installed feature");
        perform(new UninstallOperation(session, units), List.of(), Set.of(), "uninstalled");
        return units.stream().map(unit -> Features.plugin(unit, null)).toList();
    }

    /**
     * Replaces added features by newer versions.
     *
     * @param site where to look; null for all known sites
     * @param features identifiers; all that were added if empty
     * @param allowed the risks that the user takes
     * @return the newer versions; empty if there is none
     * @throws InvalidInputException as {@link #install} does
     */
    public List<Plugin> update(URI site, Collection<String> features, Set<Risk> allowed) {
        List<URI> known = sites.known();
        try {
            return newer(site, features, allowed);
        } finally {
            sites.keep(known);
        }
    }

    private List<Plugin> newer(URI site, Collection<String> features, Set<Risk> allowed) {
        List<IInstallableUnit> units =
                features.isEmpty() ? added() : Features.choose(added(), features, "installed feature");
        if (units.isEmpty()) {
            return List.of();
        }
        List<URI> places = read(site, allowed);
        UpdateOperation operation = new UpdateOperation(session, units);
        operation.setProvisioningContext(context(places));
        if (operation.resolveModal(new NullProgressMonitor()).getCode() == UpdateOperation.STATUS_NOTHING_TO_UPDATE) {
            return List.of();
        }
        perform(operation, places, allowed, "updated");
        return Stream.of(operation.getSelectedUpdates())
                .map((Update update) -> Features.plugin(update.replacement, site))
                .toList();
    }

    /** Reads a site, or all known ones that are reachable and may be read if it is null. */
    private List<URI> read(URI site, Set<Risk> allowed) {
        if (site != null && Origins.open(site)) {
            requireEncryption(site, allowed);
        }
        List<URI> places = site == null ? sites.reachable() : List.of(site);
        if (site != null) {
            sites.read(site);
        }
        origins.open(places).ifPresent(open -> requireEncryption(open, allowed));
        return places;
    }

    private static void requireEncryption(URI open, Set<Risk> allowed) {
        if (!allowed.contains(Risk.HTTP)) {
            throw new InvalidInputException(
                    "The site " + open + " is read without encryption, so that anybody on the way can"
                            + " put a program of their own in place of the plug-in; use its https address, name another site with"
                            + " --site, or take the risk with --allow-http.");
        }
    }

    /** Only these sites are used. What has to be asked about them was asked before. */
    private ProvisioningContext context(List<URI> places) {
        ProvisioningContext context = new ProvisioningContext(agent);
        context.setMetadataRepositories(places.toArray(URI[]::new));
        context.setArtifactRepositories(places.toArray(URI[]::new));
        context.setProperty(ProvisioningContext.CHECK_AUTHORITIES, Boolean.FALSE.toString());
        return context;
    }

    private void perform(ProfileChangeOperation operation, List<URI> places, Set<Risk> allowed, String done) {
        IStatus status = operation.resolveModal(new NullProgressMonitor());
        if (status.getSeverity() >= IStatus.ERROR) {
            throw Refusal.unfit(done, operation.getResolutionDetails(), status);
        }
        Set<IInstallableUnit> units = operation
                .getProvisioningPlan()
                .getAdditions()
                .query(QueryUtil.createIUAnyQuery(), null)
                .toUnmodifiableSet();
        boolean unverified = allowed.contains(Risk.UNVERIFIED) || origins.local(places, units);
        if (!unverified) {
            requireChecksums(units, places, done);
        }
        Trust trust = new Trust(unverified);
        agent.registerService(UIServices.SERVICE_NAME, trust);
        IStatus result = carriedOut(operation);
        if (result.getSeverity() >= IStatus.ERROR || result.getSeverity() == IStatus.CANCEL) {
            trust.refused().ifPresent(reason -> {
                throw Refusal.unverified(done, reason);
            });
            throw Refusal.failed(done, places, result);
        }
    }

    /** Does it as soon as no other program, such as the window, changes this installation. */
    private static IStatus carriedOut(ProfileChangeOperation operation) {
        for (long end = System.nanoTime() + PATIENCE_NANOS; ; LockSupport.parkNanos(RETRY_NANOS)) {
            try {
                return operation.getProvisioningJob(new NullProgressMonitor()).runModal(new NullProgressMonitor());
            } catch (IllegalStateException e) {
                // As p2 says that another process holds the installation.
                if (System.nanoTime() > end) {
                    throw Refusal.busy(e);
                }
            }
        }
    }

    private void requireChecksums(Set<IInstallableUnit> units, List<URI> places, String done) {
        origins.unchecked(places, units).ifPresent(file -> {
            throw Refusal.unverified(
                    done,
                    "the file of " + file.getId() + " " + file.getVersion()
                            + " has no checksum, so nothing shows whether it was changed or damaged on the way");
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.equinox.p2.query.IQuery;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.gidn.core.InvalidInputException;

/** The update sites that an installation knows, and what they offer. */
final class Sites {
    private static final String BUNDLES = "osgi.bundle";
    private static final String P2_JOBS = "org.eclipse.equinox.internal.p2.engine.";

    private final IMetadataRepositoryManager metadata;
    private final IArtifactRepositoryManager artifacts;

    Sites(IProvisioningAgent agent) {
        this.metadata = agent.getService(IMetadataRepositoryManager.class);
        this.artifacts = agent.getService(IArtifactRepositoryManager.class);
    }

    List<URI> known() {
        return List.of(metadata.getKnownRepositories(IRepositoryManager.REPOSITORIES_NON_SYSTEM));
    }

    void remember(URI site) {
        List<URI> sites = new ArrayList<>(known());
        sites.add(site);
        keep(sites);
    }

    void forget(URI site) {
        keep(known().stream().filter(known -> !known.equals(site)).toList());
    }

    /** Lets these be the known sites; p2 remembers others too once they are read, parts of sites among them. */
    void keep(Collection<URI> sites) {
        known().stream().filter(site -> !sites.contains(site)).forEach(site -> {
            metadata.removeRepository(site);
            artifacts.removeRepository(site);
        });
        sites.forEach(site -> {
            metadata.addRepository(site);
            artifacts.addRepository(site);
        });
        save();
    }

    /** Lets p2 write at once what it would write in a moment, when a command has ended already. */
    private static void save() {
        for (Job job : Job.getJobManager().find(null)) {
            if (job.getClass().getName().startsWith(P2_JOBS)) {
                job.wakeUp();
                try {
                    job.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /**
     * Reads a site anew.
     *
     * @throws InvalidInputException if there is none
     */
    IQueryable<IInstallableUnit> read(URI site) {
        return load(site, metadata.contains(site));
    }

    private IQueryable<IInstallableUnit> load(URI site, boolean anew) {
        boolean before = metadata.contains(site);
        try {
            return anew
                    ? metadata.refreshRepository(site, new NullProgressMonitor())
                    : metadata.loadRepository(site, new NullProgressMonitor());
        } catch (ProvisionException e) {
            if (!before) {
                metadata.removeRepository(site);
            }
            throw new InvalidInputException(
                    "Nothing to install was found at " + site
                            + "; it must be an update site, which holds a file content.jar,"
                            + " content.xml.xz or compositeContent.xml, and be reachable. ("
                            + e.getStatus().getMessage() + ")",
                    e);
        }
    }

    /** The latest version of every feature of a site that is no mere category. */
    List<IInstallableUnit> features(URI site) {
        return newest(read(site), QueryUtil.createIUGroupQuery());
    }

    /** The known sites that can be read; reads them anew. */
    List<URI> reachable() {
        List<URI> reachable = new ArrayList<>();
        for (URI site : known()) {
            try {
                read(site);
                reachable.add(site);
            } catch (InvalidInputException e) {
                // The next one may be reachable.
            }
        }
        return reachable;
    }

    /** The latest version of every feature of sites that have been read. */
    List<IInstallableUnit> features(Collection<URI> places) {
        return newest(
                QueryUtil.compoundQueryable(
                        places.stream().map(site -> load(site, false)).toList()),
                QueryUtil.createIUGroupQuery());
    }

    static List<IInstallableUnit> newest(IQueryable<IInstallableUnit> units, IQuery<IInstallableUnit> query) {
        Set<IInstallableUnit> found =
                units.query(QueryUtil.createLatestQuery(query), null).toUnmodifiableSet();
        return found.stream()
                .filter(unit -> !QueryUtil.isCategory(unit) && !QueryUtil.isProduct(unit))
                .sorted(Comparator.comparing(IInstallableUnit::getId))
                .toList();
    }

    /**
     * The feature with the bundle that contributes an extension, whose identifier begins with that of the bundle. Sites that
     * cannot be read are left out.
     */
    Optional<Plugin> providing(String extension) {
        for (URI site : known()) {
            try {
                Optional<Plugin> plugin = providing(extension, site);
                if (plugin.isPresent()) {
                    return plugin;
                }
            } catch (InvalidInputException e) {
                // The next one may be reachable.
            }
        }
        return Optional.empty();
    }

    private Optional<Plugin> providing(String extension, URI site) {
        IQueryable<IInstallableUnit> units = load(site, false);
        List<IInstallableUnit> bundles = new ArrayList<>(newest(units, QueryUtil.createIUAnyQuery()));
        return bundles.stream()
                .filter(unit -> isBundle(unit) && extension.startsWith(unit.getId() + "."))
                .max(Comparator.comparingInt(unit -> unit.getId().length()))
                .flatMap(bundle -> newest(units, QueryUtil.createIUGroupQuery()).stream()
                        .filter(feature -> requires(feature, bundle))
                        .findFirst())
                .map(feature -> Features.plugin(feature, site));
    }

    private static boolean isBundle(IInstallableUnit unit) {
        return unit.getProvidedCapabilities().stream()
                .map(IProvidedCapability::getNamespace)
                .anyMatch(BUNDLES::equals);
    }

    private static boolean requires(IInstallableUnit feature, IInstallableUnit bundle) {
        return feature.getRequirements().stream().anyMatch(bundle::satisfies);
    }
}

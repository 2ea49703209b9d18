// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.repository.ICompositeRepository;
import org.eclipse.equinox.p2.repository.IRepository;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IFileArtifactRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;

/** Where the content of sites really comes from: a site may be made of others. */
final class Origins {
    private final IMetadataRepositoryManager metadata;
    private final IArtifactRepositoryManager artifacts;

    Origins(IProvisioningAgent agent) {
        this.metadata = agent.getService(IMetadataRepositoryManager.class);
        this.artifacts = agent.getService(IArtifactRepositoryManager.class);
    }

    /** Whether everything lies on this machine: the sites, and the files of these units, which a site may say to lie elsewhere. */
    boolean local(Collection<URI> sites, Collection<IInstallableUnit> units) {
        Set<URI> places = all(sites);
        return places.stream().allMatch(place -> scheme(place).equals("file"))
                && repositories(places).allMatch(repository -> files(units)
                        .flatMap(file -> Stream.of(repository.getArtifactDescriptors(file)))
                        .allMatch(file -> here(repository, file)));
    }

    /** Whether a file lies in its site's folder or archive, or in another folder; of sites made of others, those are asked. */
    private static boolean here(IArtifactRepository repository, IArtifactDescriptor file) {
        return repository instanceof ICompositeRepository
                || repository.getLocation().getScheme().equals("jar")
                || repository instanceof IFileArtifactRepository folder && folder.getArtifactFile(file) != null;
    }

    /** The first place that is read without encryption. */
    Optional<URI> open(Collection<URI> sites) {
        return sites.stream().filter(Origins::open).findFirst().or(() -> all(sites).stream()
                .filter(Origins::open)
                .findFirst());
    }

    /** Whether a place is read without encryption. */
    static boolean open(URI place) {
        return !Set.of("file", "https").contains(scheme(place));
    }

    private static String scheme(URI place) {
        String scheme = place.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("jar") ? scheme(URI.create(place.getRawSchemeSpecificPart())) : scheme;
    }

    /** The first file of units that a site offers without checksum. */
    Optional<IArtifactKey> unchecked(Collection<URI> sites, Collection<IInstallableUnit> units) {
        List<IArtifactRepository> repositories = repositories(sites).toList();
        return files(units)
                .filter(file -> repositories.stream()
                        .map(repository -> repository.getArtifactDescriptors(file))
                        .flatMap(Stream::of)
                        .anyMatch(Origins::unchecked))
                .findFirst();
    }

    private Stream<IArtifactRepository> repositories(Collection<URI> sites) {
        return sites.stream()
                .map(site -> read(artifacts, site))
                .filter(IArtifactRepository.class::isInstance)
                .map(IArtifactRepository.class::cast);
    }

    private static Stream<IArtifactKey> files(Collection<IInstallableUnit> units) {
        return units.stream().map(IInstallableUnit::getArtifacts).flatMap(Collection::stream);
    }

    private static boolean unchecked(IArtifactDescriptor file) {
        return file.getProperties().keySet().stream()
                .noneMatch(property -> property.startsWith(IArtifactDescriptor.DOWNLOAD_CHECKSUM));
    }

    private Set<URI> all(Collection<URI> sites) {
        Set<URI> places = new LinkedHashSet<>();
        sites.forEach(site -> {
            add(metadata, site, places);
            add(artifacts, site, places);
        });
        return places;
    }

    private static void add(IRepositoryManager<?> manager, URI site, Set<URI> places) {
        places.add(site);
        if (read(manager, site) instanceof ICompositeRepository<?> parts) {
            parts.getChildren().stream()
                    .filter(part -> !places.contains(part))
                    .forEach(part -> add(manager, part, places));
        }
    }

    /** A site as the manager of metadata or of files knows it; null if it cannot be read, so that nothing comes from it. */
    private static IRepository<?> read(IRepositoryManager<?> manager, URI site) {
        try {
            return manager instanceof IMetadataRepositoryManager metadata
                    ? metadata.loadRepository(site, new NullProgressMonitor())
                    : ((IArtifactRepositoryManager) manager).loadRepository(site, new NullProgressMonitor());
        } catch (ProvisionException e) {
            return null;
        }
    }
}

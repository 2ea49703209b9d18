// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IFileArtifactRepository;
import org.eclipse.osgi.signedcontent.SignedContent;
import org.eclipse.osgi.signedcontent.SignedContentFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Who signed the bundles of installed features. */
final class Signers {
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])+)");
    private static final String PGP = "pgp.signatures";

    private final IProvisioningAgent agent;
    private final SignedContentFactory contents;

    Signers(IProvisioningAgent agent) {
        this.agent = agent;
        BundleContext context = FrameworkUtil.getBundle(Signers.class).getBundleContext();
        this.contents = context.getService(context.getServiceReference(SignedContentFactory.class));
    }

    /** The names of those who signed a feature's bundles; empty if one bundle is not signed. */
    List<String> of(IInstallableUnit feature, IProfile profile) {
        List<IArtifactKey> bundles = bundles(feature, profile);
        Set<String> names = new LinkedHashSet<>();
        try {
            IFileArtifactRepository pool = (IFileArtifactRepository) agent.getService(IArtifactRepositoryManager.class)
                    .loadRepository(
                            new File(profile.getProperty(IProfile.PROP_CACHE)).toURI(), new NullProgressMonitor());
            for (IArtifactKey bundle : bundles) {
                Set<String> signers = of(bundle, pool);
                if (signers.isEmpty()) {
                    return List.of();
                }
                names.addAll(signers);
            }
        } catch (ProvisionException | IOException | GeneralSecurityException e) {
            return List.of();
        }
        return List.copyOf(names);
    }

    private static List<IArtifactKey> bundles(IInstallableUnit feature, IProfile profile) {
        Collection<IInstallableUnit> all =
                profile.query(QueryUtil.createIUAnyQuery(), null).toUnmodifiableSet();
        return all.stream()
                .filter(unit -> feature.getRequirements().stream().anyMatch(unit::satisfies))
                .map(IInstallableUnit::getArtifacts)
                .flatMap(Collection::stream)
                .filter(key -> key.getClassifier().equals("osgi.bundle"))
                .toList();
    }

    private Set<String> of(IArtifactKey bundle, IFileArtifactRepository pool)
            throws IOException, GeneralSecurityException {
        Set<String> names = new LinkedHashSet<>();
        File file = pool.getArtifactFile(bundle);
        if (file == null) {
            return names;
        }
        SignedContent content = contents.getSignedContent(file);
        Stream.of(content.getSignerInfos())
                .map(signer -> name(signer.getCertificateChain()[0]))
                .forEach(names::add);
        for (IArtifactDescriptor descriptor : pool.getArtifactDescriptors(bundle)) {
            if (descriptor.getProperty(PGP) != null) {
                names.add("a PGP key");
            }
        }
        return names;
    }

    /** The common name of a certificate's owner; the whole name if there is none. */
    static String name(Certificate certificate) {
        if (!(certificate instanceof X509Certificate owner)) {
            return certificate.getType();
        }
        String name = owner.getSubjectX500Principal().getName();
        Matcher common = COMMON_NAME.matcher(name);
        return common.find() ? common.group(1).replaceAll("\\\\(.)", "$1") : name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.equinox.p2.core.UIServices;

/** Answers p2's questions where there is no window: the user named the site, and so trusts what it offers, signed or not. */
final class NamedSites extends UIServices {
    @Override
    public TrustInfo getTrustInfo(Certificate[][] untrusted, String[] unsigned) {
        List<Certificate> signers = untrusted == null
                ? List.of()
                : Arrays.stream(untrusted).map(chain -> chain[0]).toList();
        return new TrustInfo(signers, List.of(), false, true);
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location, AuthenticationInfo previous) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }
}

package org.sekisho.gate.operate;

import java.util.List;

/**
 * By which documents the register runs.
 *
 * @param root version of that role's document, as of the others
 * @param fingerprint of the lists, to be compared with the integrator's over the telephone
 * @param source where the last update came from; empty when there was none
 * @param shop what this shop signed itself, as far as it counts
 * @param approvers names of those who may let bundles in
 */
public record Standing(
        long root,
        long timestamp,
        long snapshot,
        long targets,
        String fingerprint,
        String source,
        ShopVersions shop,
        List<String> approvers) {

    public Standing {
        approvers = List.copyOf(approvers);
    }
}

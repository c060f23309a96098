/** What the verified documents say: allowlist, assembly, revocations, approvers, approvals. */
@NullMarked
package org.sekisho.gate.trust;

import org.jspecify.annotations.NullMarked;

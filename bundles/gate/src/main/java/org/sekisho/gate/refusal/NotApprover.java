package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** The person is no approver of this shop, and none who is signed with them. */
public final class NotApprover extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NotApprover(String name) {
        super(RefusalCode.NOT_APPROVED, name);
    }
}

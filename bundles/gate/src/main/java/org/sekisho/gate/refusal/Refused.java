package org.sekisho.gate.refusal;

/** A reason, and what follows from it here. */
public record Refused(TrustRefusal reason, Consequence consequence) {}

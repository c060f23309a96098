package org.sekisho.api.device;

import org.jspecify.annotations.Nullable;

/** A device did not do what was asked; {@link #kind()} is named by what a person at the till can do about it. */
public final class DeviceFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, as far as the device tells. */
    public enum Kind {
        /** Nothing answers: switched off, unplugged, wrong address. */
        OFFLINE,
        /** A cover is open. */
        COVER_OPEN,
        /** Paper has run out. */
        PAPER_OUT,
        /** It answered, but not in time. */
        TIMEOUT,
        /** It answered something that its protocol does not know. */
        PROTOCOL,
        /** No device of this kind is set up. */
        NOT_SET_UP
    }

    private final Kind kind;
    private final boolean begun;

    public DeviceFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.begun = true;
    }

    public DeviceFault(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.begun = true;
    }

    private DeviceFault(DeviceFault fault) {
        super(fault.getMessage(), fault);
        this.kind = fault.kind;
        this.begun = false;
    }

    /** The same fault, seen before anything of what was asked had been done: trying again repeats nothing. */
    public DeviceFault beforehand() {
        return new DeviceFault(this);
    }

    /** Whether a part of what was asked may have been done; yes unless the driver knows better. */
    public boolean begun() {
        return begun;
    }

    public Kind kind() {
        return kind;
    }
}

package org.sekisho.identity.account;

import java.util.concurrent.locks.LockSupport;

/** Time that nobody sets: it only goes on, and only while this process runs. */
interface SteadyTime {

    /** The machine's own. */
    SteadyTime OF_THE_MACHINE = new SteadyTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void waitUntil(long nanos) {
            long left = nanos - nanos();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = nanos - nanos();
            }
        }
    };

    /** Nanoseconds from some beginning; only differences mean something. */
    long nanos();

    /** Comes back at that time, or at once where it is over or the thread is interrupted. */
    void waitUntil(long nanos);
}

package org.sekisho.checkout.till;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.AftermathStep;

/** The last step, which keeps the worker busy until it is released, so that it does not come to write what was done. */
final class BusyStep implements AftermathStep {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void awaitBegun() throws InterruptedException {
        if (!begun.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the steps before it did not end");
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public String name() {
        return "busy";
    }

    @Override
    public int order() {
        return 99;
    }

    @Override
    public boolean concerns(ClosedSale sale) {
        return true;
    }

    @Override
    public boolean survivesRestart() {
        return false;
    }

    @Override
    public void perform(ClosedSale sale, boolean repeat) throws InterruptedException {
        begun.countDown();
        released.await();
    }
}

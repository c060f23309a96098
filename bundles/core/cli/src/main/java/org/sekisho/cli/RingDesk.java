package org.sekisho.cli;

import java.util.Optional;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Training;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** Where sales are rung: at the till, or in training. */
interface RingDesk {

    OpenSale begin() throws CheckoutRefusal, StorageFault;

    OpenSale recall(String suspendedId) throws CheckoutRefusal, StorageFault;

    void noSale(Optional<Operator> approver, String reason) throws CheckoutRefusal, StorageFault;

    static RingDesk till(Register register, Operator operator) {
        return new RingDesk() {
            @Override
            public OpenSale begin() throws CheckoutRefusal, StorageFault {
                return register.checkout().begin(operator);
            }

            @Override
            public OpenSale recall(String suspendedId) throws CheckoutRefusal, StorageFault {
                return register.checkout().recall(operator, suspendedId);
            }

            @Override
            public void noSale(Optional<Operator> approver, String reason) throws CheckoutRefusal, StorageFault {
                register.checkout().noSale(operator, approver, reason);
            }
        };
    }

    static RingDesk training(Training.Session session) {
        return new RingDesk() {
            @Override
            public OpenSale begin() throws CheckoutRefusal {
                return session.begin();
            }

            @Override
            public OpenSale recall(String suspendedId) throws CheckoutRefusal {
                throw new CheckoutRefusal(Refusal.NOT_IN_TRAINING);
            }

            @Override
            public void noSale(Optional<Operator> approver, String reason) throws CheckoutRefusal {
                session.noSale(approver, reason);
            }
        };
    }
}

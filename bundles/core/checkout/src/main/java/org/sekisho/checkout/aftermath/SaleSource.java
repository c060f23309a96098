package org.sekisho.checkout.aftermath;

import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.storage.StorageFault;

/** Where closed sales are read again. */
@FunctionalInterface
public interface SaleSource {

    Optional<ClosedSale> find(ReceiptNumber number) throws StorageFault;
}

package org.sekisho.receipts.compose;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.device.PaperLayout;
import org.sekisho.api.device.PaperLine;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.receipts.Receipts;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** Composes by the store's settings. */
@Component
public final class ReceiptComposer implements Receipts {

    private final Home home;

    @Activate
    public ReceiptComposer(@Reference Home home) {
        this.home = home;
    }

    @Override
    public ReceiptDocument compose(ClosedSale sale, ReceiptMark mark) throws HomeFault {
        return new Composition(home.settings(), sale).document(mark);
    }

    @Override
    public String plainText(ReceiptDocument document, int columns) {
        List<Block> plain =
                document.blocks().stream().map(ReceiptComposer::withoutStyle).toList();
        StringBuilder text = new StringBuilder();
        for (PaperLine line : new PaperLayout(columns).lines(new ReceiptDocument(document.reference(), plain))) {
            text.append(line.text().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Plain text has one size of letters, so the widths of large ones do not apply. */
    private static Block withoutStyle(Block block) {
        if (block instanceof Text text) {
            return new Text(text.text(), text.align(), Style.NORMAL);
        } else if (block instanceof Pair pair) {
            return new Pair(pair.left(), pair.right(), Style.NORMAL);
        }
        return block;
    }
}

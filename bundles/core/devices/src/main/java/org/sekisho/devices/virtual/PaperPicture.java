package org.sekisho.devices.virtual;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.PaperLayout;
import org.sekisho.api.device.PaperLine;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Rule;
import org.sekisho.api.device.ReceiptDocument.Style;

/**
 * Draws a receipt as it would come out of a thermal printer: 203 dots an inch, cells of 12 by 24 dots, lines of 30; 80 mm paper
 * is 640 dots wide, 58 mm paper 464. Two pixels a dot, so that it is crisp on today's screens.
 */
record PaperPicture(int columns) {

    private static final int DOT = 2;
    private static final int CELL = 12 * DOT;
    private static final int LINE = 30 * DOT;
    private static final int TOP = 40 * DOT;
    private static final Color INK = new Color(0x1C, 0x1C, 0x1C);

    /** @throws DeviceFault when this Java cannot draw letters */
    static byte[] of(ReceiptDocument document, int columns) throws DeviceFault {
        try {
            return new PaperPicture(columns).png(document);
        } catch (IOException e) {
            String mend = "this Java cannot draw letters; installing fontconfig on the machine helps";
            throw new DeviceFault(Kind.NOT_SET_UP, "the virtual printer does not work: " + mend, e).beforehand();
        }
    }

    /** @throws IOException when this Java cannot draw letters */
    byte[] png(ReceiptDocument document) throws IOException {
        BufferedImage picture = Grey.of(drawn(document, PaperFont.load()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        }
        return bytes.toByteArray();
    }

    private BufferedImage drawn(ReceiptDocument document, Font font) {
        int paper = (columns > 34 ? 640 : 464) * DOT;
        PaperLayout layout = new PaperLayout(columns);
        int height = 2 * TOP
                + layout.lines(document).stream().mapToInt(PaperPicture::height).sum();
        BufferedImage image = new BufferedImage(paper, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, paper, height);
        g.setColor(INK);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate((paper - columns * CELL) / 2, TOP);
        for (Block block : document.blocks()) {
            draw(g, font, block, layout.lines(block));
        }
        g.dispose();
        return image;
    }

    private void draw(Graphics2D g, Font font, Block block, List<PaperLine> lines) {
        for (PaperLine line : lines) {
            if (block instanceof Rule) {
                g.fillRect(0, LINE / 2, columns * CELL, DOT);
            } else {
                new Lettering(font, CELL, line.style()).draw(g, line.text(), height(line));
            }
            g.translate(0, height(line));
        }
    }

    private static int height(PaperLine line) {
        return line.style() == Style.LARGE ? 2 * LINE : LINE;
    }
}

package org.sekisho.api.device;

import org.sekisho.api.device.ReceiptDocument.Style;

/**
 * One line of laid out paper.
 *
 * @param text with the spaces that put it in its place; at most as many cells wide as the style's letters fit
 * @param style how its letters look
 */
public record PaperLine(String text, Style style) {}

package org.sekisho.checkout.sale;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was rung so far; immutable, so that a refusal leaves a sale as it was.
 *
 * @param lines those not voided, by rising number
 * @param offs in the order given: each is taken off what the earlier ones left
 * @param lastNumber of any line ever rung, voided or not
 */
public record Basket(List<RungLine> lines, List<BasketOff> offs, int lastNumber) {

    public static final Basket EMPTY = new Basket(List.of(), List.of(), 0);

    public Basket {
        lines = List.copyOf(lines);
        offs = List.copyOf(offs);
    }

    public Optional<RungLine> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    /** With one more line, whose number is the next. */
    public Basket plus(RungLine line) {
        return new Basket(Stream.concat(lines.stream(), Stream.of(line)).toList(), offs, line.number());
    }

    public Basket plus(BasketOff off) {
        return new Basket(lines, Stream.concat(offs.stream(), Stream.of(off)).toList(), lastNumber);
    }

    public Basket without(RungLine gone) {
        return new Basket(
                lines.stream().filter(line -> line.number() != gone.number()).toList(), offs, lastNumber);
    }

    /** With that line in the place of the one that has its number. */
    public Basket replacing(RungLine changed) {
        return new Basket(
                lines.stream()
                        .map(line -> line.number() == changed.number() ? changed : line)
                        .toList(),
                offs,
                lastNumber);
    }
}

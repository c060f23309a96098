package org.sekisho.checkout.sale;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was rung so far; immutable, so that a refusal leaves a sale as it was.
 *
 * @param lines those not voided, by rising number
 * @param returns goods that come back, those not voided, by rising number; numbered along with the lines
 * @param offs in the order given: each is taken off what the earlier ones left
 * @param lastNumber of any line ever rung, voided or not
 */
public record Basket(List<RungLine> lines, List<ReturnedLine> returns, List<BasketOff> offs, int lastNumber) {

    public static final Basket EMPTY = new Basket(List.of(), List.of(), List.of(), 0);

    public Basket {
        lines = List.copyOf(lines);
        returns = List.copyOf(returns);
        offs = List.copyOf(offs);
    }

    public Optional<RungLine> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    /** With one more line, whose number is the next. */
    public Basket plus(RungLine line) {
        return new Basket(with(lines, line), returns, offs, line.number());
    }

    /** With goods that come back as one more line, whose number is the next. */
    public Basket plus(ReturnedLine line) {
        return new Basket(lines, with(returns, line), offs, line.number());
    }

    public Basket plus(BasketOff off) {
        return new Basket(lines, returns, with(offs, off), lastNumber);
    }

    public Optional<ReturnedLine> returned(int number) {
        return returns.stream().filter(line -> line.number() == number).findFirst();
    }

    public boolean isEmpty() {
        return lines.isEmpty() && returns.isEmpty();
    }

    public Basket without(RungLine gone) {
        return new Basket(
                lines.stream().filter(line -> line.number() != gone.number()).toList(), returns, offs, lastNumber);
    }

    public Basket without(ReturnedLine kept) {
        return new Basket(
                lines,
                returns.stream().filter(line -> line.number() != kept.number()).toList(),
                offs,
                lastNumber);
    }

    /** With that line in the place of the one that has its number. */
    public Basket replacing(RungLine changed) {
        return new Basket(
                lines.stream()
                        .map(line -> line.number() == changed.number() ? changed : line)
                        .toList(),
                returns,
                offs,
                lastNumber);
    }

    private static <T> List<T> with(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}

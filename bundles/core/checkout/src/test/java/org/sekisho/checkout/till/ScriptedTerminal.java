package org.sekisho.checkout.till;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.terminal.PaymentAnswer;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.api.terminal.PaymentTerminal;

/** A card terminal by hand: it answers, declines, and drops the line as it is told, and keeps what it did whatever becomes of the register. */
final class ScriptedTerminal implements PaymentTerminal {

    enum Way {
        APPROVE,
        DECLINE,
        /** It could not be reached: nothing was sent. */
        UNREACHABLE,
        DROP_BEFORE,
        DROP_AFTER,
        /** The driver has a bug, after it charged. */
        BREAK_AFTER
    }

    final Map<PaymentOrder, PaymentAnswer> done = new LinkedHashMap<>();
    final Map<UUID, Integer> sent = new HashMap<>();
    private final Deque<Way> ways = new ArrayDeque<>();
    private @Nullable Random chance;
    boolean deaf;

    void next(Way... then) {
        ways.addAll(List.of(then));
    }

    /** From now on anything may happen. */
    void random(Random by) {
        chance = by;
    }

    void calm() {
        chance = null;
        deaf = false;
        ways.clear();
    }

    private Way way(PaymentOrder.Kind kind) {
        if (chance != null) {
            Way way = Way.values()[chance.nextInt(Way.values().length)];
            // A declined reversal waits for a person, and has a test of its own.
            return way == Way.DECLINE && kind == PaymentOrder.Kind.REVERSAL ? Way.DROP_BEFORE : way;
        }
        return Optional.ofNullable(ways.poll()).orElse(Way.APPROVE);
    }

    @Override
    public PaymentAnswer carryOut(PaymentOrder order) throws DeviceFault {
        Way way = way(order.kind());
        if (way == Way.UNREACHABLE) {
            throw new DeviceFault(DeviceFault.Kind.OFFLINE, "switched off").beforehand();
        }
        sent.merge(order.id(), 1, Integer::sum);
        switch (way) {
            case APPROVE -> {
                return did(order, PaymentAnswer.approved("VISA ************1111", "ref-" + sent.size()));
            }
            case DECLINE -> {
                return did(order, PaymentAnswer.declined("51"));
            }
            case DROP_BEFORE -> throw new DeviceFault(DeviceFault.Kind.TIMEOUT, "the line went dead");
            case DROP_AFTER -> {
                did(order, PaymentAnswer.approved("VISA ************1111", "ref-" + sent.size()));
                throw new DeviceFault(DeviceFault.Kind.TIMEOUT, "the line went dead");
            }
            default -> {
                did(order, PaymentAnswer.approved("VISA ************1111", "ref-" + sent.size()));
                throw new IllegalStateException("a driver's bug");
            }
        }
    }

    private PaymentAnswer did(PaymentOrder order, PaymentAnswer answer) {
        if (done.putIfAbsent(order, answer) != null && answer.approved()) {
            throw new AssertionError("carried out twice: " + order);
        }
        return answer;
    }

    @Override
    public Optional<PaymentAnswer> ask(PaymentOrder order) throws DeviceFault {
        if (deaf || (chance != null && chance.nextInt(3) == 0)) {
            throw new DeviceFault(DeviceFault.Kind.OFFLINE, "switched off");
        }
        return Optional.ofNullable(done.get(order));
    }

    /** What the cards of these orders were charged, less what went back to them. */
    long charged(Set<UUID> orders) {
        long sum = 0;
        for (Map.Entry<PaymentOrder, PaymentAnswer> each : done.entrySet()) {
            PaymentOrder order = each.getKey();
            if (each.getValue().approved() && orders.contains(order.id())) {
                sum += order.kind() == PaymentOrder.Kind.CHARGE
                        ? order.amount().minor()
                        : -order.amount().minor();
            }
        }
        return sum;
    }
}

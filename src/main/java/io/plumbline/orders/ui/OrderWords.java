package io.plumbline.orders.ui;

import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderRow;
import io.plumbline.orders.OrderStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;

/** An order in words, the same on each screen: none of them clinical. */
final class OrderWords {
    private OrderWords() {}

    /** Returns what is wanted, when and with whom. */
    static String what(OrderRow row) {
        return row.kind().label() + when(row);
    }

    private static String when(OrderRow row) {
        if (row.kind() == OrderKind.HOME_PROGRAM) {
            return "";
        }
        return " " + row.wanted().words()
                + (row.practitionerName().isEmpty() ? "" : ", with " + row.practitionerName());
    }

    /** Returns when it is wanted and with whom, for a row that names the service elsewhere. */
    static String whenAndWithWhom(OrderRow row) {
        if (row.kind() == OrderKind.HOME_PROGRAM) {
            return "To be handed over";
        }
        var words = row.wanted().words()
                + (row.kind() == OrderKind.FOLLOW_UP_CALL
                        ? ""
                        : ", with " + (row.practitionerName().isEmpty() ? "anybody" : row.practitionerName()));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Returns its status in words: the day of the appointment, or why it was declined. */
    static String state(OrderRow row) {
        var booked = row.booked();
        var reason = row.declineReason();
        return switch (row.status()) {
            case BOOKED -> booked == null ? "Booked" : "Booked for " + Dates.dayAndTime(booked.on(), booked.at(), "");
            case DECLINED ->
                "Declined" + (reason == null ? "" : ": " + reason.label())
                        + (row.declineWords().isEmpty() ? "" : ". " + row.declineWords());
            case DONE -> row.kind().done();
            case PREPARED, OPEN, WITHDRAWN -> row.status().label();
        };
    }

    /** Says what there is none of. */
    static String none(OrderFilter filter, boolean isByClinic) {
        return switch (filter) {
            case OPEN ->
                isByClinic
                        ? "No open orders. Clinicians order from a session note, a plan or the schedule."
                        : "No open orders. Order from a session note, a plan or your schedule.";
            case BOOKED -> "No order is booked yet.";
            case DONE -> "No home program was handed over yet.";
            case DECLINED -> "No order was declined.";
            case WITHDRAWN -> "No order was withdrawn.";
        };
    }

    static Tone tone(OrderStatus status) {
        return switch (status) {
            case PREPARED, OPEN -> Tone.INFO;
            case BOOKED, DONE -> Tone.OK;
            case DECLINED -> Tone.WARN;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    static StatusBadge badge(OrderRow row) {
        var words = row.status() == OrderStatus.DONE
                ? row.kind().done()
                : row.status().label();
        var tone = tone(row.status());
        return new StatusBadge(tone, tone.icon(), words);
    }
}

package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderRow;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallRow;
import io.plumbline.recalls.RecallService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The cards of the front desk: whom to book, which visits to close, and whom to call back. */
@Configuration(proxyBeanMethods = false)
class DeskCards {
    /** The open checkout orders. */
    @Bean
    @Order(22)
    static StartPart ordersToBook(OrderListService orders) {
        return StartPart.of(user -> user.has(Role.FRONT_DESK), () -> {
            var open = orders.findPage(OrderFilter.OPEN, null, StartCard.ROWS);
            return new StartCard(
                    "Checkout orders to book",
                    "order",
                    open.isEmpty() ? 0 : orders.countOpen(),
                    Tone.WARN,
                    Icon.BELL,
                    Routes.ORDERS,
                    open.stream().map(DeskCards::row).toList(),
                    "No open checkout orders.");
        });
    }

    private static StartCard.Row row(OrderRow order) {
        return new StartCard.Row(
                order.patientName(),
                order.kind().label()
                        + (order.kind() == OrderKind.HOME_PROGRAM
                                ? ", to be handed over"
                                : " " + order.wanted().words()),
                StartCard.link(
                        order.kind() == OrderKind.HOME_PROGRAM ? "Hand over" : "Book",
                        Routes.order(order.id()),
                        order.patientName()));
    }

    /** The visits of earlier days that nobody closed, for the manager too, who close them here. */
    @Bean
    @Order(45)
    static StartPart visitsToClose(ScheduleService schedule, AppointmentService appointments, ClinicService clinics) {
        var marks = new VisitMarks(appointments);
        return StartPart.of(CurrentUser::seesByClinic, () -> {
            var past = schedule.toClose(StartCard.ROWS);
            return new StartCard(
                    "Past visits to close",
                    "past visit",
                    past.size() < StartCard.ROWS ? past.size() : schedule.countToClose(),
                    Tone.WARN,
                    Icon.CALENDAR,
                    past.isEmpty() ? Routes.SCHEDULE : day(past.getFirst(), clinics),
                    past.stream().map(visit -> row(visit, marks, clinics)).toList(),
                    "All past visits are closed.");
        });
    }

    private static StartCard.Row row(AppointmentRow visit, VisitMarks marks, ClinicService clinics) {
        return new StartCard.Row(
                visit.personName(),
                Dates.dayAndTime(visit.on(), visit.at(), "") + " "
                        + visit.type().label() + " with " + visit.practitionerName() + " · "
                        + visit.status().label(),
                marks.ofEarlierDay(
                        new VisitMarks.Visit(
                                visit.id(), visit.version(), visit.on(), visit.status(), visit.personName()),
                        // to cancel the visit with a reason, or to undo a status
                        StartCard.link(
                                "Show in schedule",
                                day(visit, clinics) + "&appointment=" + visit.id(),
                                visit.personName())));
    }

    private static String day(AppointmentRow visit, ClinicService clinics) {
        return Routes.schedule(clinics.label(visit.clinic()).code(), visit.on());
    }

    /** The patients to call back today; a manager has the plans without a visit instead. */
    @Bean
    @Order(25)
    static StartPart recallsToCall(RecallListService recalls) {
        return StartPart.of(user -> user.has(Role.FRONT_DESK) && !user.has(Role.MANAGER), () -> {
            var due = recalls.findPage(RecallFilter.TODAY, null, StartCard.ROWS);
            return new StartCard(
                    "Patients to call back",
                    "recall",
                    due.isEmpty() ? 0 : recalls.countDue(),
                    Tone.WARN,
                    Icon.PEOPLE,
                    Routes.RECALLS,
                    due.stream().map(DeskCards::row).toList(),
                    "Nobody to call back today.");
        });
    }

    private static StartCard.Row row(RecallRow recall) {
        if (recall.isOnHold()) {
            return new StartCard.Row(
                    recall.name(),
                    RecallService.ON_HOLD,
                    StartCard.link("Open recall", Routes.recall(recall.patient()), recall.name()));
        }
        var next = recall.nextOn();
        return new StartCard.Row(
                recall.name(),
                recall.reason().label() + " · "
                        + (next == null ? "since " + Dates.day(recall.since()) : "agreed for " + Dates.day(next)),
                StartCard.link("Call", Routes.recall(recall.patient()), recall.name()));
    }
}

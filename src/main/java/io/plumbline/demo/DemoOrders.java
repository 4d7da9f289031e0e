package io.plumbline.demo;

import io.plumbline.demo.DemoVisits.Delivered;
import io.plumbline.orders.OrderDeclineReason;
import io.plumbline.orders.OrderDeskService;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.Wanted;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders from the desk after visits that were delivered: two open, one booked, one declined. */
@Component
class DemoOrders {
    private static final List<String> CLINICIANS = List.of("therapist", "chiropractor", "yuki");
    private static final String DESK = "frontdesk";

    private final DemoSignIn signIn;
    private final DemoVisits visits;
    private final OrderService orders;
    private final OrderDeskService desk;
    private final ScheduleService schedule;

    DemoOrders(
            DemoSignIn signIn,
            DemoVisits visits,
            OrderService orders,
            OrderDeskService desk,
            ScheduleService schedule) {
        this.signIn = signIn;
        this.visits = visits;
        this.orders = orders;
        this.desk = desk;
        this.schedule = schedule;
    }

    void fill(List<PatientId> patients, DemoPlaces.Clinic place, StaffId masseur, Instant now) {
        var delivered = visits.delivered(patients, place, CLINICIANS, LocalDate.MAX);
        var today = place.today();
        if (delivered.size() > 0) {
            order(delivered.get(0), OrderKind.MASSAGE, today.plusWeeks(1), "Late afternoons suit best", now, 50);
        }
        if (delivered.size() > 1) {
            order(delivered.get(1), OrderKind.HOME_PROGRAM, today, "Printed sheet, please", now, 35);
        }
        if (delivered.size() > 2) {
            var booked = delivered.get(2);
            var order = order(booked, OrderKind.MASSAGE, today.plusWeeks(2), "", now, 45);
            signIn.as(DESK, now.minus(Duration.ofMinutes(30)), () -> book(booked, order, place, masseur));
        }
        if (delivered.size() > 3) {
            var order = order(delivered.get(3), OrderKind.RE_EVALUATION, today.plusWeeks(2), "", now, 40);
            signIn.as(
                    DESK,
                    now.minus(Duration.ofMinutes(20)),
                    () -> desk.decline(order, 0, OrderDeclineReason.PATIENT_CALLS, "Travels for work until mid-month"));
        }
    }

    private OrderId order(Delivered after, OrderKind kind, LocalDate on, String line, Instant now, int minutesAgo) {
        return signIn.call(
                after.by(),
                now.minus(Duration.ofMinutes(minutesAgo)),
                () -> orders.place(
                        after.patient(),
                        OrderSource.of(after.note().id()),
                        new OrderDraft(kind, new Wanted(on, false), null, line),
                        false));
    }

    private void book(Delivered after, OrderId order, DemoPlaces.Clinic place, StaffId masseur) {
        var offer = schedule.offer(place.clinic(), AppointmentType.MASSAGE);
        var from = place.today().plusWeeks(2);
        for (var day = from; day.isBefore(from.plusDays(7)); day = day.plusDays(1)) {
            var free = schedule.freeTimes(
                    place.clinic(),
                    AppointmentType.MASSAGE,
                    offer.timeSlot(masseur, day, day.atStartOfDay().toLocalTime()));
            if (!free.isEmpty()) {
                schedule.book(new Booking(
                        place.clinic(),
                        after.patient(),
                        AppointmentType.MASSAGE,
                        offer.timeSlot(masseur, day, free.getLast()),
                        null,
                        order));
                return;
            }
        }
    }
}

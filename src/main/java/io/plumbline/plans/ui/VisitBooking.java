package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.plans.PlanDetails;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FreeTimeFields;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Books the next visit of a plan at a free time of its practitioner. */
class VisitBooking extends Composite<Dialog> {
    private final ScheduleService schedule;
    private final PlanDetails plan;
    private final PlanDetails.Visit visit;
    private final Runnable booked;
    private final Select<PractitionerLabel> practitioner = new Select<>();
    private final FreeTimeFields times;
    private final List<Object> proposed;
    private final Div messages = new Div();

    VisitBooking(
            ScheduleService schedule,
            List<PractitionerLabel> practitioners,
            PlanDetails plan,
            PlanDetails.Visit visit,
            CombinedCare rule,
            LocalDate today,
            Runnable booked) {
        this.schedule = schedule;
        this.plan = plan;
        this.visit = visit;
        this.booked = booked;
        practitioner.setLabel("Practitioner");
        practitioner.setItems(practitioners.stream()
                .filter(label -> label.disciplines().contains(visit.service().discipline()))
                .toList());
        practitioner.setItemLabelGenerator(PractitionerLabel::name);
        times = new FreeTimeFields(today, this::offered);
        practitioner.addValueChangeListener(e -> times.refresh());
        var partner = plan.partnerOf(visit, rule).filter(day -> !day.isBefore(today));
        times.propose(partner.orElse(visit.plannedOn().isBefore(today) ? today : visit.plannedOn()), null);
        proposed = times.choice();
        practitioners.stream()
                .filter(label -> label.id().equals(visit.practitioner()))
                .findFirst()
                .ifPresent(practitioner::setValue);

        var book = Ui.once("Book", this::book);
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Book visit " + visit.position() + ", " + visit.service().label(),
                this::isChosen,
                book,
                messages,
                Ui.div(
                        "stack-0",
                        Ui.text("muted", "Planned for " + Dates.longDay(visit.plannedOn())),
                        Ui.text(
                                "muted",
                                partner.map(day -> pair(visit, day, rule)).orElse(""))),
                practitioner,
                times);
    }

    private static String pair(PlanDetails.Visit visit, LocalDate day, CombinedCare rule) {
        return visit.service() == AppointmentType.MASSAGE
                ? "The adjustment is booked on " + Dates.longDay(day) + ". A massage has its adjustment "
                        + PairingWords.window(rule) + "."
                : "The massage is booked on " + Dates.longDay(day) + ". A massage has its adjustment "
                        + PairingWords.window(rule) + ".";
    }

    void open() {
        getContent().open();
    }

    private boolean isChosen() {
        return !times.choice().equals(proposed);
    }

    private FreeTimeFields.Offered offered(LocalDate on) {
        return practitioner.isEmpty()
                ? FreeTimeFields.Offered.notYet("Choose the practitioner first")
                : FreeTimeFields.Offered.of(
                        schedule.freeTimes(plan.clinic(), visit.service(), timeSlot(on.atStartOfDay())),
                        schedule.closed(plan.clinic(), on));
    }

    private TimeSlot timeSlot(LocalDateTime at) {
        return schedule.offer(plan.clinic(), visit.service())
                .timeSlot(practitioner.getValue().id(), at.toLocalDate(), at.toLocalTime());
    }

    private void book() {
        messages.removeAll();
        practitioner.setErrorMessage("Choose a practitioner");
        practitioner.setInvalid(practitioner.isEmpty());
        var start = times.read();
        if (practitioner.isEmpty() || start.isEmpty()) {
            return;
        }
        Attempt.showing(messages)
                .on(SlotTaken.class, taken -> times.taken(taken.sentence(), taken.nextStart()))
                .run(() -> {
                    schedule.book(new Booking(
                            plan.clinic(), plan.patient(), visit.service(), timeSlot(start.get()), visit.id()));
                    getContent().close();
                    booked.run();
                });
    }
}

package io.plumbline.plans.ui;

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
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.FreeTimeFields;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Books the next visit of a plan at a free time of its practitioner. */
final class VisitBooking {
    private final ScheduleService schedule;
    private final PlanDetails plan;
    private final PlanDetails.Visit visit;
    private final Select<PractitionerLabel> practitioner;
    private final FreeTimeFields times;
    private final FormDialog form;

    VisitBooking(
            ScheduleService schedule,
            List<PractitionerLabel> practitioners,
            PlanDetails plan,
            PlanDetails.Visit visit,
            CombinedCare rule,
            LocalDate today) {
        this.schedule = schedule;
        this.plan = plan;
        this.visit = visit;
        practitioner = UiFields.choice(
                "Practitioner",
                practitioners.stream()
                        .filter(label ->
                                label.disciplines().contains(visit.service().discipline()))
                        .toList(),
                PractitionerLabel::name);
        times = new FreeTimeFields(today, this::offered);
        practitioner.addValueChangeListener(e -> times.refresh());
        var partner = plan.partnerOf(visit, rule).filter(day -> !day.isBefore(today));
        times.propose(partner.orElse(visit.plannedOn().isBefore(today) ? today : visit.plannedOn()), null);
        practitioners.stream()
                .filter(label -> label.id().equals(visit.practitioner()))
                .findFirst()
                .ifPresent(practitioner::setValue);

        form = Dialogs.form("Book visit " + visit.position() + ", "
                        + visit.service().label())
                .add(Ui.div(
                        "stack-0",
                        Ui.text("muted", "Planned for " + Dates.longDay(visit.plannedOn())),
                        Ui.text(
                                "muted",
                                partner.map(day -> pair(visit, day, rule)).orElse(""))));
        form.required(practitioner, "Choose a practitioner");
        form.add(times)
                .check(times::read)
                .on(SlotTaken.class, taken -> times.taken(taken.sentence(), taken.nextStart()));
    }

    private static String pair(PlanDetails.Visit visit, LocalDate day, CombinedCare rule) {
        return visit.service() == AppointmentType.MASSAGE
                ? "The adjustment is booked on " + Dates.longDay(day) + ". A massage has its adjustment "
                        + PairingWords.window(rule) + "."
                : "The massage is booked on " + Dates.longDay(day) + ". A massage has its adjustment "
                        + PairingWords.window(rule) + ".";
    }

    /** @param booked runs once the visit is booked */
    void open(Runnable booked) {
        form.open("Book", this::book, booked);
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
        var start = times.read(new FormErrors()).orElseThrow();
        schedule.book(new Booking(plan.clinic(), plan.patient(), visit.service(), timeSlot(start), visit.id()));
    }
}

package io.plumbline.schedule.ui;

import com.vaadin.flow.component.html.Div;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AvailableSlot;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves an appointment to another time, practitioner or room. */
final class MovePanel extends AppointmentForm {
    private final AppointmentService appointments;
    private final Runnable moved;
    private final Div agreed = new Div();
    private final LocalDate today;
    private AppointmentRow row;

    MovePanel(
            AppointmentService appointments,
            ScheduleService schedule,
            PractitionerService practitioners,
            AppointmentRow row,
            LocalDate today,
            Runnable moved) {
        super(new TimeFields(
                schedule,
                practitioners,
                row.clinic(),
                today,
                (offer, wanted) -> appointments.freeTimes(row.id(), wanted)));
        this.appointments = appointments;
        this.row = row;
        this.today = today;
        this.moved = moved;
        showAgreed();
        // keeps the booked duration, even if the clinic has changed it since
        var offer = schedule.offer(row.clinic(), row.type());
        times.forOffer(
                new AvailableSlot(row.type(), offer.name(), row.minutes(), row.bufferMinutes(), offer.needsRoom()));
        proposeTime(row.practitioner(), row.on(), null);
        keepAsProposed();
        setUp("Move " + row.personName(), Ui.once("Move", this::move), messages, agreed, times);
    }

    private void showAgreed() {
        agreed.removeAll();
        agreed.add(Ui.text(
                "muted",
                row.type().label() + ", now " + Dates.dayAndTime(row.on(), row.at(), "") + " with "
                        + row.practitionerName()));
    }

    @Override
    List<Object> choice() {
        return times.choice();
    }

    @Override
    void proposeTime(@Nullable StaffId practitioner, LocalDate on, @Nullable LocalTime at) {
        times.propose(practitioner, row.room(), on.isBefore(today) ? today : on, at);
    }

    @Override
    void focus() {
        times.focus();
    }

    private void move() {
        messages.removeAll();
        times.read().ifPresent(to -> {
            Attempt.showing(messages)
                    .on(SlotTaken.class, times::taken)
                    .ifChanged(() ->
                            appointments.find(row.id()).ifPresentOrElse(this::sayWhatChanged, this::showNotAvailable))
                    .ifNotAvailable(this::showNotAvailable)
                    .run(() -> {
                        appointments.move(row.id(), row.version(), to);
                        moved.run();
                    });
        });
    }

    private void sayWhatChanged(AppointmentDetails now) {
        messages.add(Ui.alert(
                ConflictMessages.words(row, now) + ". What you chose is still here; move it if that still applies."));
        row = now.row();
        showAgreed();
    }

    private void showNotAvailable() {
        messages.add(Ui.alert(ConflictMessages.GONE));
    }
}

package io.plumbline.schedule.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done on the schedule of a clinic: book, move and cancel. */
class ScheduleActions implements AppointmentPanel.Actions, DayPlane.Booker {
    private final ScheduleDialogs dialogs;
    private final ScheduleAddress address;
    private final ClinicLabel clinic;
    private final Clock clock;
    private final Runnable changed;

    /**
     * @param address what the schedule shows
     * @param changed shows the schedule again after a change
     */
    ScheduleActions(
            ScheduleDialogs dialogs, ScheduleAddress address, ClinicLabel clinic, Clock clock, Runnable changed) {
        this.dialogs = dialogs;
        this.address = address;
        this.clinic = clinic;
        this.clock = clock;
        this.changed = changed;
    }

    /** Books at any practitioner's free time. */
    void book() {
        book(Caller.current().staff(), null);
    }

    @Override
    public void book(StaffId practitioner, @Nullable LocalTime at) {
        var today = today();
        var meant = Objects.requireNonNullElse(address.day(), today);
        dialogs.booking(
                        clinic.id(),
                        today,
                        address.patient(),
                        on -> address.on(on).go(),
                        () -> {
                            // otherwise keeps the position in the day
                            if (address.patient() != null) {
                                address.opening(null).go();
                            }
                        })
                .open(practitioner, meant.isBefore(today) ? today : meant, at);
    }

    @Override
    public void move(AppointmentRow row) {
        moving(row).open();
    }

    @Override
    public void move(AppointmentRow row, StaffId practitioner, LocalTime at) {
        moving(row).openAt(practitioner, at);
    }

    private MoveDialog moving(AppointmentRow row) {
        return dialogs.moving(row, today(), this::closePanel);
    }

    @Override
    public void cancel(AppointmentRow row) {
        dialogs.canceling(row, this::closePanel).open();
    }

    /** Shows the schedule without the panel, which would lie over the message with the undo action. */
    private void closePanel() {
        if (address.appointment() == null) {
            changed.run();
        } else {
            address.opening(null).go();
        }
    }

    @Override
    public void bookAgain(AppointmentRow row) {
        var today = today();
        dialogs.booking(row.clinic(), today, row.patient(), on -> address.on(on).go(), () -> {})
                .openFor(row.type(), row.practitioner(), row.on().isBefore(today) ? today : row.on());
    }

    @Override
    public void changed() {
        changed.run();
    }

    private LocalDate today() {
        return clinic.today(clock);
    }
}

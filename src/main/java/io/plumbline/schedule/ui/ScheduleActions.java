package io.plumbline.schedule.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done on the schedule of a clinic: book, move and cancel. */
class ScheduleActions implements AppointmentPanel.Actions, DayPlane.Booker {
    private final AppointmentForms forms;
    private final Supplier<ScheduleAddress> address;
    private final ClinicLabel clinic;
    private final Clock clock;
    private final Stage stage;

    /** The schedule around the forms. */
    interface Stage {
        /** Returns the form that is open; empty if there is none. */
        Optional<AppointmentForm> form();

        /** Opens a form beside the schedule. */
        void open(AppointmentForm form);

        /** Closes the form without asking. */
        void closeForm();

        /** Returns the keyboard focus to this appointment once nothing stands beside the schedule. */
        void returnTo(AppointmentId appointment);

        /** Refreshes the schedule after a change. */
        void changed();
    }

    /**
     * @param address what the schedule shows at that moment
     */
    ScheduleActions(
            AppointmentForms forms, Supplier<ScheduleAddress> address, ClinicLabel clinic, Clock clock, Stage stage) {
        this.forms = forms;
        this.address = address;
        this.clinic = clinic;
        this.clock = clock;
        this.stage = stage;
    }

    /** Books at any practitioner's free time. */
    void book() {
        start(CurrentUser.current().staff(), null);
    }

    @Override
    public void book(StaffId practitioner, @Nullable LocalTime at) {
        stage.form().ifPresentOrElse(form -> form.propose(practitioner, day(), at), () -> start(practitioner, at));
    }

    private void start(@Nullable StaffId practitioner, @Nullable LocalTime at) {
        var toBook = address.get().toBook();
        var form = booking(address.get().patient());
        if (toBook == null || toBook.type() == null) {
            open(form.starting(practitioner, day(), at));
            return;
        }
        if (toBook.order() != null) {
            form.forOrder(toBook.order(), forms.words(toBook.order()));
        }
        open(form.startingFor(toBook.type(), toBook.with(), day()));
    }

    private BookingPanel booking(@Nullable PatientId whom) {
        return forms.booking(clinic.id(), today(), whom, (appointment, on) -> {
            stage.closeForm();
            stage.returnTo(appointment);
            address.get().opening(null).on(on).go();
            stage.changed();
        });
    }

    private void open(AppointmentForm form) {
        form.onClose(() -> {
            stage.closeForm();
            // otherwise keeps the position in the day
            if (address.get().patient() != null) {
                address.get().opening(null).go();
            } else {
                stage.changed();
            }
        });
        form.onDay(on -> address.get().on(on).go());
        stage.open(form);
    }

    @Override
    public void move(AppointmentRow row) {
        open(moving(row));
    }

    @Override
    public void move(AppointmentRow row, StaffId practitioner, LocalTime at) {
        var form = moving(row);
        open(form);
        form.propose(practitioner, row.on(), at);
    }

    private MovePanel moving(AppointmentRow row) {
        return forms.moving(row, today(), () -> {
            stage.closeForm();
            stage.returnTo(row.id());
            closePanel();
        });
    }

    @Override
    public void cancel(AppointmentRow row) {
        forms.cancel(row, this::closePanel);
    }

    /** Shows the schedule without the panel, which would lie over the message with the undo action. */
    private void closePanel() {
        if (address.get().appointment() != null) {
            address.get().opening(null).go();
        }
        stage.changed();
    }

    @Override
    public void bookAgain(AppointmentRow row) {
        var today = today();
        var booking = booking(row.patient());
        open(booking.startingFor(row.type(), row.practitioner(), row.on().isBefore(today) ? today : row.on()));
    }

    @Override
    public void changed() {
        stage.changed();
    }

    /** Takes an open form to the day that the schedule shows; a week has no such day. */
    void turnForm() {
        if (!address.get().week()) {
            stage.form().ifPresent(form -> form.turnTo(day()));
        }
    }

    /** The day that the schedule shows, or today if that is over. */
    private LocalDate day() {
        var today = today();
        var shown = Objects.requireNonNullElse(address.get().day(), today);
        return shown.isBefore(today) ? today : shown;
    }

    private LocalDate today() {
        return clinic.today(clock);
    }
}

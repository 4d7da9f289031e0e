package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.Calendar;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day or a week of a clinic, by practitioner, with the appointment from the URL over it. */
@Route(Routes.SCHEDULE)
@PageTitle("Schedule · Plumbline")
@Menu(order = 21, title = "Schedule", icon = "CALENDAR")
@RolesAllowed(Permission.SCHEDULE_READ)
class ScheduleView extends Main implements BeforeEnterObserver, AppointmentPanel.Actions, DayPlane.Booker {
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final Clock clock;
    private ScheduleAddress address = ScheduleAddress.of(QueryParameters.empty());
    // read by the threads of users who book there
    private volatile @Nullable ClinicLabel clinic;
    private final Div notice = Ui.div("stack-2");
    private @Nullable Plane plane;
    private @Nullable Calendar shown;
    private @Nullable AppointmentPanel panel;
    private @Nullable UUID last;

    ScheduleView(
            ScheduleService schedule,
            AppointmentService appointments,
            PatientService patients,
            PractitionerService practitioners,
            ClinicService clinics,
            ScheduleScreens screens,
            Clock clock) {
        this.schedule = schedule;
        this.appointments = appointments;
        this.patients = patients;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.clock = clock;
        Ui.main(this);
        addClassName("fill");
        screens.keepUpToDate(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = ScheduleAddress.of(event.getLocation().getQueryParameters());
        show();
        var isBooking = address.patient() != null && address.appointment() == null;
        if (isBooking && clinic != null && Caller.may(Permission.APPOINTMENT_BOOK)) {
            book(null, null);
        }
    }

    private void show() {
        closePanel();
        removeAll();
        plane = null;
        var mine = clinics.myLabels();
        clinic = mine.stream()
                .filter(label -> label.code().equals(address.clinic()))
                .findFirst()
                .orElse(mine.isEmpty() ? null : mine.getFirst());
        var here = clinic;
        if (here == null) {
            Ui.page(
                    this,
                    "Schedule",
                    "What is booked, by day and practitioner.",
                    EmptyState.clinicFirst("The schedule belongs to a clinic"));
            return;
        }
        var meant = meant(here);
        var calendar = calendar(here);
        var drawn = plane();
        var head = new ScheduleHead(address, mine, here, meant, () -> book(null, null));
        if (calendar.columns().isEmpty()) {
            add(Ui.div("page flow", head, nobody()));
        } else {
            add(Ui.div("page flow", head, notice, (Component) drawn));
            draw(drawn, calendar);
        }
        openPanel();
    }

    /** Returns whether this schedule shows a clinic. */
    boolean isOf(ClinicId place) {
        var here = clinic;
        return here != null && here.id().equals(place);
    }

    /** Redraws what a colleague changed, and leaves the rest in place. */
    private void refresh() {
        var here = clinic;
        var drawn = plane;
        if (here == null || drawn == null) {
            return;
        }
        var calendar = calendar(here);
        if (!calendar.equals(shown)) {
            draw(drawn, calendar);
        }
    }

    private void draw(Plane drawn, Calendar calendar) {
        plane = drawn;
        shown = calendar;
        notice.removeAll();
        if (!address.week()) {
            calendar.closed().map(Ui::alert).ifPresent(notice::add);
        }
        drawn.show(
                calendar,
                LocalDateTime.ofInstant(
                        clock.instant(), Objects.requireNonNull(clinic).zone()));
    }

    private Calendar calendar(ClinicLabel here) {
        var meant = meant(here);
        return schedule.calendar(here.id(), address.first(meant), address.last(meant));
    }

    private LocalDate meant(ClinicLabel here) {
        return Objects.requireNonNullElse(address.day(), today(here));
    }

    private static Component nobody() {
        return Ui.div(
                "sheet-empty",
                Ui.text(
                        "muted",
                        Caller.may(Permission.PRACTITIONER_WRITE)
                                ? "Nobody works here yet: give practitioners working hours at this clinic."
                                : Caller.current().isClinician()
                                        ? "You have no working hours here. Ask the clinic manager to set them."
                                        : "No working hours yet. Ask the clinic manager to set them."));
    }

    private Plane plane() {
        return address.week()
                ? new WeekPlane(address, this::open)
                : new DayPlane(this::open, Caller.may(Permission.APPOINTMENT_BOOK) ? this : null);
    }

    private void open(AppointmentRow row) {
        go(address.opening(row.id()));
    }

    private static void go(ScheduleAddress to) {
        UI.getCurrentOrThrow().navigate(Routes.SCHEDULE, to.parameters());
    }

    private void openPanel() {
        var chosen = address.appointment();
        if (chosen != null) {
            appointments.find(chosen).ifPresent(this::openPanel);
        } else if (last != null) {
            // returns the keyboard focus to its origin
            getElement().executeJs("this.querySelector(`[data-appointment='${$0}']`)?.focus()", last.toString());
            last = null;
        }
    }

    private void openPanel(AppointmentDetails details) {
        last = details.row().id();
        var here = Objects.requireNonNull(clinic);
        var opened = new AppointmentPanel(
                appointments,
                details,
                room(details.row()),
                phone(details.row()),
                hold(details.row()),
                clock.instant().atZone(here.zone()),
                this);
        opened.onClose(() -> {
            if (panel == opened) {
                panel = null;
                go(address.opening(null));
            }
        });
        panel = opened;
        opened.open();
    }

    private @Nullable PhoneNumber phone(AppointmentRow row) {
        return Optional.ofNullable(row.patient())
                .flatMap(patients::details)
                .map(patient -> patient.draft().phone())
                .orElse(null);
    }

    private String hold(AppointmentRow row) {
        return Optional.ofNullable(row.patient())
                .flatMap(patients::brief)
                .map(PatientBrief::hold)
                .orElse("");
    }

    private String room(AppointmentRow row) {
        return schedule.rooms(row.clinic()).stream()
                .filter(room -> room.id().equals(row.room()))
                .map(ClinicRoom::name)
                .findFirst()
                .orElse("None");
    }

    private void closePanel() {
        var opened = panel;
        panel = null;
        if (opened != null) {
            opened.close();
        }
    }

    @Override
    public void book(@Nullable StaffId practitioner, @Nullable LocalTime at) {
        var here = Objects.requireNonNull(clinic);
        var today = today(here);
        var meant = meant(here);
        new BookingDialog(
                        schedule,
                        patients,
                        practitioners,
                        here.id(),
                        today,
                        address.patient(),
                        on -> go(address.on(on)),
                        () -> {
                            // otherwise keeps the position in the day
                            if (address.patient() != null) {
                                go(address.opening(null));
                            }
                        })
                .open(
                        practitioner == null ? Caller.current().staff() : practitioner,
                        meant.isBefore(today) ? today : meant,
                        at);
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
        return new MoveDialog(
                appointments, schedule, practitioners, row, today(Objects.requireNonNull(clinic)), this::changed);
    }

    @Override
    public void cancel(AppointmentRow row) {
        new CancelDialog(appointments, row, this::changed).open();
    }

    @Override
    public void bookAgain(AppointmentRow row) {
        var today = today(Objects.requireNonNull(clinic));
        new BookingDialog(
                        schedule,
                        patients,
                        practitioners,
                        row.clinic(),
                        today,
                        row.patient(),
                        on -> go(address.on(on)),
                        () -> {})
                .openFor(row.type(), row.practitioner(), row.on().isBefore(today) ? today : row.on());
    }

    @Override
    public void changed() {
        show();
    }

    private LocalDate today(ClinicLabel here) {
        return LocalDate.ofInstant(clock.instant(), here.zone());
    }
}

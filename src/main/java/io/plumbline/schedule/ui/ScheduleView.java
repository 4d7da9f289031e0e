package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.DeskOrders;
import io.plumbline.schedule.AppointmentChanged;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.Calendar;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A day or a week of a clinic, by practitioner, with the appointment from the URL beside it. */
@Route(Routes.SCHEDULE)
@PageTitle("Schedule · Plumbline")
@Menu(order = 21, title = "Schedule", icon = "CALENDAR")
@RolesAllowed(Permission.SCHEDULE_READ)
class ScheduleView extends Main implements BeforeEnterObserver, BeforeLeaveObserver {
    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final AppointmentForms forms;
    private final DayDocument document;
    private final ScheduleExport exports;
    private final DeskOrders orders;
    private final Clock clock;
    private ScheduleAddress address = ScheduleAddress.of(QueryParameters.empty());
    // read by the threads of users who book there
    private volatile @Nullable ClinicLabel clinic;
    private final Div notice = Ui.div("stack-2");
    private @Nullable Plane plane;
    private @Nullable Calendar shown;
    private DayOrders ordered = DayOrders.NONE;
    private final ScheduleAside beside;

    ScheduleView(
            ScheduleService schedule,
            ClinicService clinics,
            AppointmentForms forms,
            AppointmentPanelFactory panels,
            LiveScreens screens,
            DayDocument document,
            ScheduleExport exports,
            DeskOrders orders,
            Clock clock) {
        this.schedule = schedule;
        this.clinics = clinics;
        this.forms = forms;
        beside = new ScheduleAside(this, panels, () -> address, this::changed);
        this.document = document;
        this.exports = exports;
        this.orders = orders;
        this.clock = clock;
        Ui.main(this);
        addClassName("fill");
        // heard from the start, so that a quick Escape is not lost; in a dialog it closes only that dialog
        Shortcuts.addShortcutListener(this, beside::close, Key.ESCAPE).listenOn(this);
        screens.keepUpToDate(
                this,
                AppointmentChanged.class,
                change -> clinic instanceof ClinicLabel here && here.id().equals(change.clinic()),
                this::refresh);
        screens.keepOnTime(this, this::tellTime);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = address;
        address = ScheduleAddress.of(event.getLocation().getQueryParameters());
        if (!before.keepsForm(address)) {
            beside.closeForm();
        }
        if (plane != null && before.opening(null).equals(address.opening(null))) {
            // the day stays as it is, with its scroll position
            refresh();
            follow();
        } else {
            show();
        }
        var here = clinic;
        if (here != null) {
            if (!Objects.equals(before.day(), address.day())) {
                actions(here).turnForm();
            }
            var isBooking = address.patient() != null
                    && address.appointment() == null
                    && beside.form().isEmpty();
            if (isBooking && AtClinic.may(Permission.APPOINTMENT_BOOK, here.id())) {
                actions(here).book();
            }
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var going = ScheduleAddress.of(event.getLocation().getQueryParameters());
        var keepsForm = event.getNavigationTarget().equals(ScheduleView.class) && address.keepsForm(going);
        if (!keepsForm && beside.isTyped()) {
            Leaving.ask(event);
        }
    }

    private void show() {
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
                    "Appointments by day and practitioner.",
                    EmptyState.clinicFirst("The schedule belongs to a clinic"));
            return;
        }
        var meant = meant(here);
        var calendar = calendar(here);
        var actions = actions(here);
        var drawn = plane(here, actions);
        var head = new ScheduleHead(address, mine, here, meant, actions::book);
        if (!address.week()) {
            head.offer(document.link(here.id(), meant));
        }
        exports.button(here, address.first(meant), address.last(meant)).ifPresent(head::offer);
        if (calendar.columns().isEmpty()) {
            add(Ui.div("page flow", head, Ui.div("with-panel", Plane.nobody(here.id()), beside)));
        } else {
            add(Ui.div("page flow", head, notice, Ui.div("with-panel", drawn, beside)));
            draw(drawn, calendar, ordersOf(calendar));
        }
        follow();
    }

    private ScheduleActions actions(ClinicLabel here) {
        return new ScheduleActions(forms, () -> address, here, clock, beside);
    }

    /** Redraws what a colleague changed, and leaves the rest in place. */
    private void refresh() {
        var here = clinic;
        var drawn = plane;
        if (here == null || drawn == null) {
            return;
        }
        var calendar = calendar(here);
        var open = ordersOf(calendar);
        if (!calendar.equals(shown) || !open.equals(ordered)) {
            draw(drawn, calendar, open);
        }
    }

    /** Redraws the current time and who is late, without asking the store. */
    private void tellTime() {
        var here = clinic;
        var drawn = plane;
        var calendar = shown;
        if (here != null
                && drawn != null
                && calendar != null
                && calendar.days().stream().anyMatch(day -> day.on().equals(here.today(clock)))) {
            draw(drawn, calendar, ordered);
        }
    }

    private void changed() {
        if (plane == null) {
            show();
        } else {
            refresh();
            follow();
        }
    }

    private DayOrders ordersOf(Calendar calendar) {
        return address.week()
                ? DayOrders.NONE
                : DayOrders.of(orders, Objects.requireNonNull(clinic).id(), calendar);
    }

    private void draw(Plane drawn, Calendar calendar, DayOrders open) {
        plane = drawn;
        shown = calendar;
        ordered = open;
        notice.removeAll();
        if (!address.week()) {
            calendar.closed().map(Ui::alert).ifPresent(notice::add);
        }
        open.words().ifPresent(notice::add);
        drawn.show(
                calendar,
                LocalDateTime.ofInstant(
                        clock.instant(), Objects.requireNonNull(clinic).zone()),
                open.counts());
        beside.mark();
    }

    private Calendar calendar(ClinicLabel here) {
        var meant = meant(here);
        return schedule.calendar(here.id(), address.first(meant), address.last(meant));
    }

    private LocalDate meant(ClinicLabel here) {
        return Objects.requireNonNullElse(address.day(), here.today(clock));
    }

    private Plane plane(ClinicLabel here, ScheduleActions actions) {
        return address.week()
                ? new WeekPlane(address, this::open)
                : new DayPlane(this::open, AtClinic.may(Permission.APPOINTMENT_BOOK, here.id()) ? actions : null);
    }

    private void open(AppointmentRow row) {
        address.opening(row.id()).go();
    }

    private void follow() {
        var here = clinic;
        if (here != null) {
            beside.follow(here.zone(), actions(here));
        }
    }
}

package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import io.plumbline.access.AtClinic;
import io.plumbline.access.SensitivePatients;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An appointment beside the schedule, its changes and its actions: the next step first. */
final class AppointmentPanel extends Composite<Section> {
    /** The actions that the schedule around the panel performs. */
    interface Actions {
        void move(AppointmentRow row);

        void cancel(AppointmentRow row);

        /** Books the same patient for the same service again. */
        void bookAgain(AppointmentRow row);

        /** Refreshes the schedule after a change in this panel. */
        void changed();
    }

    private final AppointmentService appointments;
    private final Actions actions;
    private final ZonedDateTime now;
    private final Div messages = new Div();
    private final H2 heading = new H2();
    private final Button close = Ui.iconButton("Close", Icon.CROSS);

    AppointmentPanel(
            AppointmentService appointments,
            AppointmentDetails details,
            String room,
            @Nullable PhoneNumber phone,
            String hold,
            ZonedDateTime now,
            Actions actions) {
        this.appointments = appointments;
        this.actions = actions;
        this.now = now;
        var row = details.row();
        var ways = Ui.div("cluster gap-l");
        if (phone != null) {
            var call = new Anchor("tel:" + phone.digits(), phone.shown());
            call.setAriaLabel("Call " + row.personName() + ", " + phone.shown());
            ways.add(call);
        }
        if (row.personName().equals(SensitivePatients.LABEL)) {
            ways.add(Ui.text("muted", "Only named people find this record. The privacy officer can name you."));
        } else if (row.patient() != null) {
            ways.add(new Anchor(Routes.patient(row.patient()), "Open the patient's page"));
        } else if (row.lead() != null && AtClinic.may(Permission.LEAD_READ, row.clinic())) {
            ways.add(new Anchor(Routes.lead(row.lead()), "Open the lead"));
        } else {
            ways.add(Ui.text("muted", "Not a patient yet, so there is no chart."));
        }
        if (!hold.isEmpty() && !row.status().next().isEmpty()) {
            messages.add(Ui.hold(hold));
        }
        heading.setText(row.personName());
        heading.addClassName("heading");
        heading.getElement().setAttribute("tabindex", "-1");
        var who = Ui.div("stack-1 grow", heading);
        var late = Lateness.words(row, now.toLocalDateTime());
        if (!late.isEmpty()) {
            who.add(StatusBadge.warn(capitalized(late)));
        }
        var panel = getContent();
        panel.addClassName("panel");
        panel.setAriaLabel(row.personName());
        panel.add(
                Ui.div("panel-head", who, close),
                messages,
                Ui.facts(
                        "When",
                        Dates.day(row.on()) + ", " + Dates.times(row.at(), row.until()),
                        "What",
                        row.type().label() + ", " + row.minutes() + " min"
                                + (row.bufferMinutes() == 0 ? "" : " and " + row.bufferMinutes() + " free after it"),
                        "With",
                        row.practitionerName(),
                        "Room",
                        room,
                        "Status",
                        row.status().label()),
                ways,
                Ui.div("cluster", steps(details).reversed().toArray(Component[]::new)),
                history(details, now.getZone()));
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Component history(AppointmentDetails details, ZoneId zone) {
        var list = new OrderedList();
        list.addClassNames("history", "tiny", "muted");
        list.getElement().setAttribute("aria-label", "History");
        details.changes()
                .forEach(change -> list.add(new ListItem(Dates.dayAndTime(change.at(), zone) + ": " + said(change))));
        return list;
    }

    private static String said(AppointmentDetails.Change change) {
        var from = change.movedFrom();
        if (from != null) {
            return "Moved by " + change.by() + ", from " + Dates.dayAndTime(from.on(), from.at(), "");
        }
        var word = change.status().label();
        if (change.isMoveUndone()) {
            return "Move undone by " + change.by();
        }
        if (change.isTakenBack()) {
            return "Back to " + word.toLowerCase(Locale.ROOT) + " by " + change.by() + ", marked by mistake";
        }
        return word
                + (change.isLate() ? " late by " : " by ")
                + change.by()
                + (change.reason().isEmpty() ? "" : ", " + change.reason());
    }

    private List<Component> steps(AppointmentDetails details) {
        var row = details.row();
        var steps = new ArrayList<Component>();
        var next = row.status().next();
        if (details.mayTakeBack() && AtClinic.may(Permission.APPOINTMENT_MARK, row.clinic())) {
            steps.add(step(
                    "Undo “" + row.status().label() + "”", row, () -> appointments.takeBack(row.id(), row.version())));
        }
        if (AtClinic.may(Permission.APPOINTMENT_BOOK, row.clinic())) {
            if (next.contains(AppointmentStatus.CANCELLED)) {
                steps.add(new Button("Cancel appointment…", e -> actions.cancel(row)));
            }
            if (row.status() == AppointmentStatus.CANCELLED && row.patient() != null) {
                steps.add(new Button("Rebook…", e -> actions.bookAgain(row)));
            }
            if (row.status().isAhead()) {
                steps.add(new Button("Move…", e -> actions.move(row)));
            }
        }
        next.stream()
                .filter(status -> status != AppointmentStatus.CANCELLED)
                .filter(status -> status != AppointmentStatus.NO_SHOW || hasBegun(row))
                // the likeliest last here and first on the screen
                .sorted(Comparator.comparing(status -> status == mostLikely(row.status())))
                .map(status -> step(row, status))
                .forEach(steps::add);
        steps.stream()
                .filter(button -> button.getElement().getText().equals(words(mostLikely(row.status()))))
                .forEach(button -> ((Button) button).addThemeVariants(ButtonVariant.PRIMARY));
        return steps;
    }

    private boolean hasBegun(AppointmentRow row) {
        return !row.on().atTime(row.at()).isAfter(now.toLocalDateTime());
    }

    private static AppointmentStatus mostLikely(AppointmentStatus status) {
        return switch (status) {
            case BOOKED, CONFIRMED -> AppointmentStatus.ARRIVED;
            case ARRIVED -> AppointmentStatus.IN_TREATMENT;
            default -> AppointmentStatus.COMPLETED;
        };
    }

    private Button step(AppointmentRow row, AppointmentStatus status) {
        return step(words(status), row, () -> appointments.mark(row.id(), row.version(), status));
    }

    private Button step(String words, AppointmentRow row, Runnable change) {
        var step = Ui.once(words, () -> change(row, change));
        return step;
    }

    private static String words(AppointmentStatus status) {
        return switch (status) {
            case CONFIRMED -> "Confirmed";
            case ARRIVED -> "Check in";
            case IN_TREATMENT -> "Start treatment";
            case COMPLETED -> "Complete";
            case NO_SHOW -> "No-show";
            case BOOKED, CANCELLED -> status.label().toLowerCase(Locale.ROOT);
        };
    }

    private void change(AppointmentRow row, Runnable change) {
        Attempt.showing(messages)
                .ifChanged(() -> messages.add(Ui.alert(appointments
                        .find(row.id())
                        .map(now -> ConflictMessages.words(row, now) + ". Close this and open it again.")
                        .orElse(ConflictMessages.GONE))))
                .run(() -> {
                    change.run();
                    actions.changed();
                });
    }

    /** Adds what another room knows of the visit, before its history. */
    void add(Component part) {
        getContent().addComponentAtIndex(getContent().getComponentCount() - 1, part);
    }

    /** Sets the action to run when the user closes the panel. */
    void onClose(Runnable action) {
        close.addClickListener(e -> action.run());
    }

    /** Moves keyboard and screen reader focus to the appointment. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }
}

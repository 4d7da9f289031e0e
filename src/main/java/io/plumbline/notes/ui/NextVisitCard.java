package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.nextvisit.NextVisitProposal;
import io.plumbline.notes.nextvisit.NextVisitService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDateTime;
import java.util.List;

/** The next visits of the plan with free times, each booked by one button, which can be undone; Alt+B books the first. */
class NextVisitCard extends Composite<Div> {
    private final NextVisitService visits;
    private final NoteDetails note;
    private final Div messages = new Div();
    private final Div rows = Ui.div("stack-3");
    private final Div booked = Ui.div("stack-2");
    private boolean hasKey;

    /** @param proposals the next visit of each service of the plan, at least one */
    NextVisitCard(NextVisitService visits, NoteDetails note, List<NextVisitProposal> proposals) {
        this.visits = visits;
        this.note = note;
        booked.getElement().setAttribute("role", "status");
        booked.getElement().setAttribute("tabindex", "-1");
        proposals.stream().map(this::row).forEach(rows::add);
        getContent().add(Ui.card("Next visit by the plan", messages, booked, rows));
    }

    private Div row(NextVisitProposal proposal) {
        var visit = proposal.visit();
        var times = Ui.div("cluster");
        var row = Ui.div(
                "stack-2",
                Ui.text(
                        "",
                        visit.service().label() + " with " + proposal.practitioner() + ", planned for "
                                + Dates.day(visit.plannedOn())),
                times);
        proposal.times().stream().map(at -> button(proposal, at, row)).forEach(times::add);
        if (proposal.times().isEmpty()) {
            times.add(Ui.text(
                    "muted",
                    "No open times within a week of the planned day. Send a checkout order to the front desk."));
        }
        return row;
    }

    private Button button(NextVisitProposal proposal, LocalDateTime at, Div row) {
        var when = Dates.dayAndTime(at.toLocalDate(), at.toLocalTime(), "");
        var button = new Button(when, e -> book(proposal, at, row));
        button.setAriaLabel(
                "Book " + proposal.visit().service().label() + " with " + proposal.practitioner() + ", " + when);
        if (!hasKey) {
            // given once: a second press must not book the visit after this one
            hasKey = true;
            button.addClickShortcut(Key.KEY_B, KeyModifier.ALT);
            button.getElement().setAttribute("aria-keyshortcuts", "Alt+B");
            Keys.named(button, "Alt B", "Book the next visit at the first time");
        }
        return button;
    }

    private void book(NextVisitProposal proposal, LocalDateTime at, Div row) {
        Attempt.showing(messages)
                .ifNotAvailable("This visit was booked or changed in the meantime. Open the note again.")
                .run(() -> {
                    var appointment = visits.book(note, proposal.visit().visit(), at);
                    rows.remove(row);
                    var what = proposal.visit().service().label() + ", "
                            + Dates.dayAndTime(at.toLocalDate(), at.toLocalTime(), "") + ", " + proposal.practitioner();
                    var line = Ui.div("cluster", StatusBadge.ok("Booked: " + what));
                    var undo = Ui.once("Undo", () -> undo(appointment, what, line, row));
                    undo.setAriaLabel("Undo: " + what);
                    line.add(undo);
                    booked.add(line);
                    booked.getElement().executeJs("this.focus()");
                });
    }

    private void undo(AppointmentId appointment, String what, Div line, Div row) {
        Attempt.showing(messages)
                .ifNotAvailable("This appointment is no longer available to you. Find it in the schedule.")
                .run(() -> {
                    visits.undo(note, appointment);
                    booked.remove(line);
                    rows.addComponentAsFirst(row);
                    rows.getElement().executeJs("this.querySelector('vaadin-button')?.focus()");
                    Toast.done("Booking undone: " + what + ".");
                });
    }
}

package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.nextvisit.NextVisitProposal;
import io.plumbline.notes.nextvisit.NextVisitService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDateTime;
import java.util.List;

/** The next visits of the plan with free times, each booked by one button; Alt+B books the first. */
class NextVisitCard extends Composite<Div> {
    private final NextVisitService visits;
    private final NoteDetails note;
    private final Div messages = new Div();
    private final Div rows = Ui.div("stack-3");
    private final Div booked = Ui.div("stack-2");

    NextVisitCard(NextVisitService visits, NoteDetails note, List<NextVisitProposal> proposals) {
        this.visits = visits;
        this.note = note;
        booked.getElement().setAttribute("role", "status");
        show(proposals);
        getContent().add(Ui.card("Next visit by the plan", messages, booked, rows));
    }

    private void show(List<NextVisitProposal> proposals) {
        rows.removeAll();
        proposals.stream().map(this::row).forEach(rows::add);
        rows.getChildren()
                .flatMap(Component::getChildren)
                .flatMap(Component::getChildren)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .ifPresent(first -> {
                    first.addClickShortcut(Key.KEY_B, KeyModifier.ALT);
                    first.getElement().setAttribute("aria-keyshortcuts", "Alt+B");
                    Keys.named(first, "Alt B", "Book the next visit at the first time");
                });
    }

    private Div row(NextVisitProposal proposal) {
        var visit = proposal.visit();
        var times = Ui.div("cluster");
        proposal.times().stream().map(at -> button(proposal, at)).forEach(times::add);
        if (proposal.times().isEmpty()) {
            times.add(Ui.text("muted", "No free time in the week after. Order it from the desk."));
        }
        return Ui.div(
                "stack-2",
                Ui.text(
                        "",
                        visit.service().label() + " with " + proposal.practitioner() + ", planned for "
                                + Dates.day(visit.plannedOn())),
                times);
    }

    private Button button(NextVisitProposal proposal, LocalDateTime at) {
        var when = Dates.dayAndTime(at.toLocalDate(), at.toLocalTime(), "");
        var button = new Button(when, e -> book(proposal, at));
        button.setAriaLabel(
                "Book " + proposal.visit().service().label() + " with " + proposal.practitioner() + ", " + when);
        return button;
    }

    private void book(NextVisitProposal proposal, LocalDateTime at) {
        Attempt.showing(messages)
                .ifNotAvailable("This visit was booked or changed in the meantime.")
                .run(() -> {
                    visits.book(note, proposal.visit().visit(), at);
                    booked.add(StatusBadge.ok(
                            "Booked: " + proposal.visit().service().label() + ", "
                                    + Dates.dayAndTime(at.toLocalDate(), at.toLocalTime(), "") + ", "
                                    + proposal.practitioner()));
                });
        show(visits.propose(note));
    }
}

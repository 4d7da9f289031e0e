package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.practitioners.PractitionerDetails;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.absences.AbsenceDraft;
import io.plumbline.practitioners.absences.AbsenceRow;
import io.plumbline.practitioners.absences.AbsenceService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;

/** A practitioner's absences; their manager adds and withdraws them. */
class AbsenceCard extends Composite<Div> {
    private final AbsenceService absences;
    private final PractitionerService practitioners;
    private final PractitionerDetails practitioner;
    private final Div messages = new Div();
    private final Div list = Ui.div("stack-0");
    private final Button add = new Button("Add absence…", Icon.PLUS.create(), e -> addOne());

    AbsenceCard(AbsenceService absences, PractitionerService practitioners, PractitionerDetails practitioner) {
        this.absences = absences;
        this.practitioners = practitioners;
        this.practitioner = practitioner;
        var card = Ui.card("Absences", messages, list);
        if (practitioner.changeable()) {
            card.add(Ui.div("cluster", add));
        }
        getContent().add(card);
        show();
    }

    private void show() {
        list.removeAll();
        var rows = absences.ahead(practitioner.id());
        if (rows.isEmpty()) {
            list.add(Ui.text("muted", "None scheduled."));
        }
        rows.forEach(row -> list.add(row(row)));
    }

    private Component row(AbsenceRow row) {
        var line = Ui.div("credential-row", Ui.div("two", Ui.text("strong", when(row)), Ui.text("quiet", why(row))));
        if (practitioner.changeable()) {
            var withdraw = Ui.iconButton("Withdraw the absence " + when(row), Icon.CROSS);
            withdraw.addClickListener(e -> withdraw(row));
            line.add(withdraw);
        }
        return line;
    }

    private static String when(AbsenceRow row) {
        if (row.startsAt() != null && row.endsAt() != null) {
            return Dates.day(row.from()) + ", " + Dates.time(row.startsAt()) + " to " + Dates.time(row.endsAt());
        }
        return row.from().equals(row.until())
                ? Dates.day(row.from())
                : Dates.day(row.from()) + " to " + Dates.day(row.until());
    }

    private static String why(AbsenceRow row) {
        if (row.kind() == null) {
            return "Away";
        }
        return row.note().isEmpty() ? row.kind().label() : row.kind().label() + " · " + row.note();
    }

    private void addOne() {
        var fields = new AbsenceFields((first, last) -> practitioners.bookedBetween(practitioner.id(), first, last));
        var operation = OperationId.next();
        EditDialog.form("Add an absence")
                .add(fields)
                .check(fields::check)
                .open(
                        "Add",
                        () -> {
                            var draft = fields.read();
                            absences.add(practitioner.id(), draft, operation);
                            return draft;
                        },
                        draft -> {
                            tellWhatStands(draft);
                            showAgain();
                        });
    }

    private void tellWhatStands(AbsenceDraft draft) {
        messages.removeAll();
        var booked = practitioners.bookedBetween(practitioner.id(), draft.from(), draft.until());
        var first = booked.first();
        if (first != null && booked.at() != null) {
            messages.add(Ui.div(
                    "stack-1",
                    Ui.alert(BookedWords.of(booked, draft.startsAt() == null ? "in that time" : "on that day")),
                    new Anchor(Routes.schedule(booked.at(), first), "Open the schedule of " + Dates.day(first))));
        }
    }

    private void withdraw(AbsenceRow row) {
        Attempt.showing(messages)
                .ifChanged("A colleague withdrew this absence in the meantime.")
                .run(() -> absences.withdraw(row.id(), row.version()));
        showAgain();
    }

    private void showAgain() {
        show();
        add.focus();
    }
}

package io.plumbline.reactions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.ReactionsBesideNote;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the open reactions beside a session note, as a fact of safety. */
@org.springframework.stereotype.Component
class OpenReactionsBesideNote implements ReactionsBesideNote {
    private final ReactionService reactions;
    private final ReactionActions actions;

    OpenReactionsBesideNote(ReactionService reactions, ReactionActions actions) {
        this.reactions = reactions;
        this.actions = actions;
    }

    @Override
    public Optional<Component> of(
            PatientDetails opened, Supplier<Optional<NoteId>> note, ClinicId clinic, String service, Runnable changed) {
        if (opened.clinical() == null || !AtClinic.may(Permission.REACTION_READ, opened.clinics())) {
            return Optional.empty();
        }
        var open = new Div();
        open.addClassName("stack-2");
        var part = Ui.railPart("Adverse reactions", open);
        show(open, opened);
        // on a phone, what must be known before treatment stands above the note
        part.setClassName("before-treatment", open.getChildren().count() > 1);
        if (AtClinic.may(Permission.REACTION_WRITE, opened.clinics())) {
            var treatment = AppointmentType.of(service)
                    .filter(AppointmentType::isTreatment)
                    .orElse(null);
            part.add(Ui.div("cluster", actions.record(opened.id(), note, clinic, treatment, () -> {
                show(open, opened);
                changed.run();
            })));
        }
        return Optional.of(part);
    }

    private void show(Div place, PatientDetails opened) {
        place.removeAll();
        var rows = reactions.openOf(opened);
        if (rows.isEmpty()) {
            place.add(Ui.text("muted", "None open"));
            return;
        }
        place.add(
                Ui.list("stack-3", rows.stream().map(OpenReactionsBesideNote::item)),
                new Anchor(PatientTab.REACTIONS.address(opened.id()), "Follow up"));
    }

    private static Component item(ReactionRow row) {
        var words = Ui.div(
                "stack-1",
                ReactionWords.badge(row),
                Ui.text("strong", row.outcome().label()),
                Ui.text("", row.description()),
                Ui.text("muted small", ReactionWords.onset(row)));
        var next = ReactionWords.followUp(row);
        if (!next.isEmpty()) {
            words.add(Ui.text("muted small", next));
        }
        return words;
    }
}

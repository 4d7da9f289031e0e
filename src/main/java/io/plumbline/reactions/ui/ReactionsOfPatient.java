package io.plumbline.reactions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.reactions.ReactionDetails;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** The patient's adverse reactions with their history, for those who treat the patient. */
@Order(55)
@org.springframework.stereotype.Component
class ReactionsOfPatient implements PatientSection {
    private final ReactionService reactions;
    private final NoteHistoryService notes;
    private final ReactionActions actions;
    private final ClinicService clinics;
    private final Clock clock;

    ReactionsOfPatient(
            ReactionService reactions,
            NoteHistoryService notes,
            ReactionActions actions,
            ClinicService clinics,
            Clock clock) {
        this.reactions = reactions;
        this.notes = notes;
        this.actions = actions;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.REACTIONS;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var rows = reactions.findByPatient(patient);
        var page = Ui.div("stack-4");
        if (AtClinic.may(Permission.REACTION_WRITE, patient.clinics())) {
            page.add(Ui.div(
                    "cluster", actions.record(patient.id(), Optional::empty, null, null, ReactionsOfPatient::refresh)));
        }
        if (rows.isEmpty()) {
            page.add(new EmptyState(
                    Icon.ALERT,
                    "No adverse reactions recorded",
                    "If the patient reacts badly to a treatment, record it by Adverse reaction above, or beside the session"
                            + " note in which you hear of it."));
            return Optional.of(page);
        }
        var named = rows.stream()
                .map(ReactionDetails::row)
                .map(ReactionRow::note)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var readable = notes.find(patient, named).stream()
                .collect(Collectors.toMap(NoteRow::id, Function.identity(), (one, other) -> one));
        var items = rows.stream().map(row -> item(row, readable));
        page.add(Ui.card("Adverse reactions", Ui.list("stack-5", items)));
        return Optional.of(page);
    }

    private static void refresh() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }

    /** @param readable the session notes that the current user may open */
    private Component item(ReactionDetails reaction, Map<NoteId, NoteRow> readable) {
        var row = reaction.row();
        var zone = clinics.zoneOf(row.clinic());
        var words = Ui.div(
                "stack-1 grow",
                Ui.text("strong", ReactionWords.onset(row)),
                Ui.text("", row.description()),
                Ui.text("", "Outcome: " + row.outcome().label()));
        var next = ReactionWords.followUp(row);
        if (!next.isEmpty()) {
            var line = Ui.div("cluster", Ui.text("", next));
            if (ReactionWords.isDue(row, clock.instant())) {
                line.add(StatusBadge.warn("Due"));
            }
            words.add(line);
        }
        if (row.errorReason() != null) {
            words.add(Ui.text("", "Reason: " + row.errorReason()));
        }
        words.add(Ui.text(
                "muted small", "Recorded " + Dates.dayAndTime(row.recordedAt(), zone) + " by " + row.recordedBy()));
        var note = row.note() == null ? null : readable.get(row.note());
        if (note != null) {
            words.add(new Anchor(
                    Routes.note(note.id()), note.service().label() + " on " + Dates.dayAndYear(note.treatedOn())));
        }
        if (reaction.history().size() > 1) {
            var history = Ui.list(
                    "stack-1",
                    reaction.history().stream().map(entry -> Ui.text("muted small", ReactionWords.entry(entry, zone))));
            history.getElement().setAttribute("aria-label", "History");
            words.add(history);
        }
        if (AtClinic.may(Permission.REACTION_WRITE, row.clinic())) {
            words.add(actions.of(row, ReactionsOfPatient::refresh));
        }
        return Ui.div("line flag-line", ReactionWords.badge(row), words);
    }
}

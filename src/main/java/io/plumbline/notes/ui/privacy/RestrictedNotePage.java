package io.plumbline.notes.ui.privacy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.notes.privacy.RestrictedNote;
import io.plumbline.notes.privacy.RestrictedNoteService;
import io.plumbline.patients.PatientTab;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.BreakGlassDialog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What those in relation to the patient see of a session note that is restricted to others. */
@org.springframework.stereotype.Component
public class RestrictedNotePage {
    private static final String NONE = "None recorded";

    private final RestrictedNoteService notes;
    private final ScreeningService screening;
    private final ProofFirst proof;

    RestrictedNotePage(RestrictedNoteService notes, ScreeningService screening, ProofFirst proof) {
        this.notes = notes;
        this.screening = screening;
        this.proof = proof;
    }

    /** Returns a signed note that is restricted to others than the current user; empty for all other notes. */
    public Optional<RestrictedNote> find(NoteId id) {
        return notes.open(id);
    }

    /**
     * Returns the page.
     *
     * @param flags the patient's red flags, of which those that were raised from the note are named
     */
    public Div of(RestrictedNote note, List<FlagDetails> flags) {
        var dialog = new BreakGlassDialog(
                proof,
                "Use this when you need a note that was restricted to others. For an hour you read all restricted notes"
                        + " of this patient.",
                (operation, reason) -> {
                    notes.breakGlass(note.id(), operation, reason);
                    return true;
                },
                () -> UI.getCurrentOrThrow().refreshCurrentRoute(false));
        var head = Ui.head(
                "Session note",
                Ui.span(
                        "muted",
                        Ui.text("", note.service().label() + " · " + Dates.day(note.treatedOn()) + " · "),
                        RestrictedBadge.of(note.privacy(), note.service()).orElseThrow()));
        return Ui.div(
                "page wide",
                head,
                Ui.card(
                        "This note is restricted",
                        Ui.text(
                                "",
                                note.author() + " restricted who may read this note. Ask " + note.author()
                                        + " if you need it for your care of the patient."),
                        Ui.facts(
                                "Day", Dates.longDate(note.treatedOn()),
                                "Treatment", note.service().label(),
                                "Practitioner", note.author(),
                                "Status", note.status().label()),
                        Ui.div(
                                "cluster",
                                new Button("Break-glass access…", e -> dialog.ask()),
                                new Anchor(PatientTab.NOTES.address(note.patient()), "All notes of this patient"))),
                Ui.card("For everyone who treats the patient", Ui.facts(safety(note, flags))));
    }

    private String[] safety(RestrictedNote note, List<FlagDetails> flags) {
        var raised = flags.stream()
                .filter(flag -> note.id().asClinicalNote().equals(flag.found().note()))
                .map(FlagDetails::flag)
                .distinct()
                .collect(Collectors.joining(", "));
        return new String[] {
            "New finding", orNone(nameOf(note.finding())),
            "Red flags raised", orNone(raised),
            "Contraindications", orNone(note.contraindications()),
            "Statement to a finding or a hold", orNone(note.statement())
        };
    }

    private String nameOf(String rule) {
        return rule.isEmpty()
                ? ""
                : screening.rules().rule(rule).map(ScreeningRules.Rule::flag).orElse(rule);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}

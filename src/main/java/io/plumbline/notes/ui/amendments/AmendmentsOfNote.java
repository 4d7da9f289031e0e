package io.plumbline.notes.ui.amendments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.amendments.AmendmentKind;
import io.plumbline.notes.amendments.AmendmentRow;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.notes.amendments.NoteAmendmentService.Added;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.SignerCredentials;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what was added to a signed note, and lets staff add to it. */
@org.springframework.stereotype.Component
public class AmendmentsOfNote {
    private static final String NOT_TO_RELY_ON = "Entered in error. Do not rely on this note";
    private static final String COPIED = "Copied from another patient's record, where it was entered in error.";

    private final NoteAmendmentService amendments;
    private final NoteErrorService errors;
    private final PatientService patients;
    private final IdentityService identity;
    private final Clock clock;

    AmendmentsOfNote(
            NoteAmendmentService amendments,
            NoteErrorService errors,
            PatientService patients,
            IdentityService identity,
            Clock clock) {
        this.amendments = amendments;
        this.errors = errors;
        this.patients = patients;
        this.identity = identity;
        this.clock = clock;
    }

    /** Returns what was added to a note that the current user has open. */
    public Added of(NoteDetails opened) {
        return amendments.findByNote(opened);
    }

    /** Returns what was added to each of some notes that the current user has open. */
    public Map<NoteId, Added> of(List<NoteDetails> opened) {
        return amendments.findByNotes(opened);
    }

    /** Returns the notice on a copy of a note that was written in the wrong record; empty on all others. */
    public Optional<Component> copied(Added added) {
        return added.isCopy()
                ? Optional.of(Ui.alert(COPIED + " Check that everything is about this patient."))
                : Optional.empty();
    }

    /** Returns the warning that a note does not count, with the reason; empty if it does. */
    public Optional<Component> warning(Added added, ClinicLabel clinic) {
        return added.rows().stream()
                .filter(AmendmentsOfNote::isError)
                .findFirst()
                .map(row -> {
                    var warning = Ui.div("stack-2", Ui.alert(NOT_TO_RELY_ON + ". " + error(row, clinic)));
                    SignatureCard.warning(row.intact()).ifPresent(warning::add);
                    var copy = row.copy();
                    if (copy != null) {
                        warning.add(new Anchor(Routes.note(copy), "Open the note in the right record"));
                    }
                    return warning;
                });
    }

    /** Returns the signed addenda, and below them the one that the current user is writing. */
    public Div addenda(NoteDetails opened, Added added, ClinicLabel clinic) {
        var cards = Ui.div("stack-5");
        added.rows().stream()
                .filter(row -> !isError(row))
                .map(row -> card(row, clinic))
                .forEach(cards::add);
        if (mayAdd(clinic) && amendments.draftOf(opened.id()).version() >= 0) {
            cards.add(editor(opened, clinic));
        }
        return cards;
    }

    /**
     * Returns the buttons to add to a note and to mark it.
     *
     * @param addenda where a new addendum is written
     */
    public List<Component> actions(NoteDetails opened, ClinicLabel clinic, Div addenda) {
        if (!mayAdd(clinic)) {
            return List.of();
        }
        var add = new Button(
                "Add addendum", e -> editorIn(addenda, opened, clinic).focus());
        if (!opened.mayBeMarked()) {
            return List.of(add);
        }
        return List.of(add, new Button("Entered in error…", e -> markAsError(opened)));
    }

    /** Returns the warning of {@link #warning} for a printed note. */
    public List<PrintedDocument.Notice> printedWarning(Added added, ClinicLabel clinic) {
        return added.rows().stream()
                .filter(AmendmentsOfNote::isError)
                .map(row -> new PrintedDocument.Notice(NOT_TO_RELY_ON, error(row, clinic)))
                .toList();
    }

    /**
     * Returns the signed addenda for a printed note.
     *
     * @param credentials of those who signed them
     */
    public List<PrintedDocument.Facts> printedAddenda(Added added, ClinicLabel clinic, SignerCredentials credentials) {
        return added.rows().stream()
                .filter(row -> !isError(row))
                .map(row -> PrintedDocument.Facts.of(
                        row.kind().label(),
                        Stream.concat(
                                        Stream.of("Text", row.text()),
                                        Stream.of(SignatureCard.printed(
                                                row.by(),
                                                credentials.atSigning(row.signer(), row.at(), clinic.zone()),
                                                at(row, clinic),
                                                row.contentHash(),
                                                row.intact())))
                                .toArray(String[]::new)))
                .toList();
    }

    private void markAsError(NoteDetails opened) {
        new EnteredInErrorDialog(errors, identity, patients, opened).open(copy -> {
            var ui = UI.getCurrentOrThrow();
            if (copy == null) {
                ui.refreshCurrentRoute(false);
            } else {
                ui.navigate(Routes.note(copy));
            }
        });
    }

    private AddendumEditor editorIn(Div addenda, NoteDetails opened, ClinicLabel clinic) {
        return addenda.getChildren()
                .filter(AddendumEditor.class::isInstance)
                .map(AddendumEditor.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var editor = editor(opened, clinic);
                    addenda.add(editor);
                    return editor;
                });
    }

    private AddendumEditor editor(NoteDetails opened, ClinicLabel clinic) {
        return new AddendumEditor(amendments, identity, opened.id(), clock, clinic.zone(), () -> UI.getCurrentOrThrow()
                .refreshCurrentRoute(false));
    }

    private static Component card(AmendmentRow row, ClinicLabel clinic) {
        var card = Ui.card(row.kind().label());
        SignatureCard.warning(row.intact()).ifPresent(card::add);
        card.add(Ui.text("letter-text", row.text()), Ui.facts(signature(row, clinic)));
        return card;
    }

    private static String[] signature(AmendmentRow row, ClinicLabel clinic) {
        return SignatureCard.facts(row.by(), at(row, clinic), row.contentHash(), row.intact());
    }

    private static String error(AmendmentRow row, ClinicLabel clinic) {
        return row.by() + ", " + at(row, clinic) + ": " + row.text();
    }

    private static String at(AmendmentRow row, ClinicLabel clinic) {
        return clinic.stamp(row.at());
    }

    private static boolean isError(AmendmentRow row) {
        return row.kind() == AmendmentKind.ENTERED_IN_ERROR;
    }

    private static boolean mayAdd(ClinicLabel clinic) {
        return AtClinic.may(Permission.NOTE_WRITE, clinic.id());
    }
}

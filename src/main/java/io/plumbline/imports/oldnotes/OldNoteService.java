package io.plumbline.imports.oldnotes;

import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.OldNoteId;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Old notes on patients' records, for those who treat the patient. Nobody edits or deletes one. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class OldNoteService {
    private final OldNotes notes;
    private final OldNoteQuery query;
    private final PatientService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OldNoteService(
            OldNotes notes,
            OldNoteQuery query,
            PatientService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.query = query;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the old notes of a patient whose chart the current user has open, newest first, without their text, and records
     * the view in the audit trail if there are any; none to who does not treat the patient.
     */
    @Transactional
    public List<OldNoteRow> findByPatient(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        var rows = query.findAll(opened.records());
        if (!rows.isEmpty()) {
            events.publishEvent(new OldNoteEvent.Listed(opened.id()));
        }
        return rows;
    }

    /**
     * Returns the text of an old note and records that in the audit trail, each time.
     *
     * @throws NotAvailable if it does not exist or the current user does not treat the patient
     */
    @Transactional
    public String open(OldNoteId id) {
        var note = requireReadable(id);
        note.open(clock.instant());
        return notes.saveAndFlush(note).body();
    }

    /**
     * Marks an old note as entered in error. It stays readable with the reason.
     *
     * @param reason 1 to 400 characters
     * @throws NotAvailable if it does not exist or the current user does not treat the patient
     * @throws Refused if the reason is missing or too long, or it was marked before; the message is for the user
     * @throws StaleVersion if a colleague marked it at this moment
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void enterInError(OldNoteId id, String reason) {
        ReasonWords.require("The reason", reason);
        var note = requireReadable(id);
        note.enterInError(reason, CurrentUser.current().staff(), clock.instant());
        notes.saveAndFlush(note);
    }

    private OldNote requireReadable(OldNoteId id) {
        var note = notes.findById(id.value()).orElseThrow(NotAvailable::new);
        if (patients.details(note.patient())
                .filter(opened -> opened.clinical() != null)
                .isEmpty()) {
            throw new NotAvailable();
        }
        return note;
    }
}

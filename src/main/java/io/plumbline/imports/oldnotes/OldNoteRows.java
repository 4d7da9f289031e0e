package io.plumbline.imports.oldnotes;

import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.PatientMatch;
import io.plumbline.imports.RowsOfKind;
import io.plumbline.notes.search.OldNoteWords;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Old notes of a file. Who imports them sees whose, when and by whom they are, and how long; not what they say. */
@Component
class OldNoteRows implements RowsOfKind {
    private final OldNotes notes;
    private final OldNoteWords words;
    private final PatientMatch match;
    private final PatientService patients;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OldNoteRows(
            OldNotes notes,
            OldNoteWords words,
            PatientMatch match,
            PatientService patients,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.words = words;
        this.match = match;
        this.patients = patients;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.OLD_NOTES;
    }

    @Override
    public Reading reading(ClinicId clinic, ImportSettings settings, int headings) {
        return new OldNoteReading(
                settings,
                headings,
                clinics.todayAt(clinic),
                clinics.zoneOf(clinic),
                (row, dates) -> match.find(clinic, settings, row, dates),
                (patient, draft) -> new Written(clinic, patient, draft));
    }

    /** Writes an old note. */
    private final class Written implements Writing {
        private final ClinicId clinic;
        private final PatientId patient;
        private final OldNoteDraft draft;

        Written(ClinicId clinic, PatientId patient, OldNoteDraft draft) {
            this.clinic = clinic;
            this.patient = patient;
            this.draft = draft;
        }

        @Override
        public UUID write() {
            if (patients.brief(patient).isEmpty()) {
                throw new NotAvailable();
            }
            var note = notes.saveAndFlush(OldNote.imported(
                    patient, clinic, draft, CurrentUser.current().staff(), clock.instant()));
            words.add(note.said());
            return note.id().value();
        }

        @Override
        public void tryOut() {
            // all that can be wrong is found by reading the row
        }
    }

    /** Removes an old note that nobody has opened. */
    @Override
    public boolean takeBack(UUID record) {
        var found = notes.findById(record);
        if (found.isEmpty()) {
            return true;
        }
        var note = found.get();
        if (!note.isUntouched()) {
            return false;
        }
        notes.delete(note);
        notes.flush();
        words.remove(note.id(), note.patient(), note.writtenOn());
        events.publishEvent(new OldNoteEvent.Removed(note.id(), note.patient()));
        return true;
    }
}

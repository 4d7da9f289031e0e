package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All session notes of a patient, also those older than the newest: page by page, by ID, and what stands beside a note.
 * Nobody concludes from the newest notes that there is no other.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class NoteHistoryService {
    /** The number of notes of a page. */
    public static final int PAGE = 50;

    private final NoteReaderQuery readers;
    private final NotePainQuery pain;
    private final RelationService relations;

    NoteHistoryService(NoteReaderQuery readers, NotePainQuery pain, RelationService relations) {
        this.readers = readers;
        this.pain = pain;
        this.relations = relations;
    }

    /** The pain after the session of a signed note. */
    public record PainAfter(LocalDate on, int pain) {}

    /** Returns the first page of the notes of a patient whose chart the current user has open, newest first. */
    public List<NoteRow> findByPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : readers.findByPatient(opened.records(), PAGE);
    }

    /** Returns the page after a note; empty if the patient is not in relation to the current user any more. */
    public List<NoteRow> findByPatient(PatientId patient, NoteRow after) {
        var scope = relations.scopeOf(patient);
        return scope.isClinical(patient) ? readers.findByPatient(scope.patients(), after, PAGE) : List.of();
    }

    /** Returns how many notes all pages have. */
    public int count(PatientDetails opened) {
        return opened.clinical() == null ? 0 : readers.count(opened.records());
    }

    /** Returns those of some notes that the current user may see in the patient's chart. */
    public List<NoteRow> find(PatientDetails opened, Collection<NoteId> some) {
        return opened.clinical() == null ? List.of() : readers.find(opened.records(), some);
    }

    /**
     * Returns what stands beside a note, newest first: the first page of the signed notes; and of those up to a day, whatever
     * their page, the last one, the last adjustment visit, and the last one by the current user.
     *
     * @param note the note that is read; not counted among those up to its day
     */
    public List<NoteRow> findBeside(PatientDetails opened, NoteId note, LocalDate on) {
        return opened.clinical() == null ? List.of() : readers.findBeside(opened.records(), note, on, PAGE);
    }

    /** Returns the pain after all signed sessions of a patient whose chart the current user has open, oldest first. */
    public List<PainAfter> findPainAfter(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : pain.findAfterSessions(opened.records());
    }
}

package io.plumbline.notes.takeover;

import io.plumbline.notes.DeactivatedAuthorService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.NoteId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visits of a patient whose practitioner can no longer write the session note, since their account is deactivated. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class LeftVisitService {
    /** As long as a manager's list of unsigned notes names a visit without a note. */
    private static final int DAYS_BACK = 90;

    private final LeftVisitQuery visits;
    private final DeactivatedAuthorService authors;
    private final Clock clock;

    LeftVisitService(LeftVisitQuery visits, DeactivatedAuthorService authors, Clock clock) {
        this.visits = visits;
        this.authors = authors;
        this.clock = clock;
    }

    /**
     * Returns the visits of the last 90 days and all drafts of a patient whose chart the current user has open, oldest first;
     * empty for those who do not treat the patient.
     */
    public List<LeftVisit> findByPatient(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        return visits.find(opened.records(), today.minusDays(DAYS_BACK), today);
    }

    /**
     * Starts the note of a visit.
     *
     * @param presence how the current user took part in the visit, at most 400 characters
     * @throws NotAvailable if the visit or its draft no longer exists, or its patient is not in relation to the current user
     * @throws io.plumbline.shared.Refused as {@link DeactivatedAuthorService}
     */
    @Transactional
    public NoteId takeOver(LeftVisit visit, String presence) {
        if (visit.appointment() != null) {
            return authors.takeOver(visit.appointment(), presence);
        }
        if (visit.draft() == null) {
            throw new NotAvailable();
        }
        return authors.takeOverDraft(visit.draft(), presence);
    }
}

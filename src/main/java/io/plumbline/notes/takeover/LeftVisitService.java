package io.plumbline.notes.takeover;

import io.plumbline.clinics.ClinicService;
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

    /** The most visits that are listed, the oldest. */
    public static final int MOST = 50;

    private final LeftVisitQuery visits;
    private final DeactivatedAuthorService authors;
    private final ClinicService clinics;
    private final Clock clock;

    LeftVisitService(LeftVisitQuery visits, DeactivatedAuthorService authors, ClinicService clinics, Clock clock) {
        this.visits = visits;
        this.authors = authors;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the visits of the last 90 days that have begun, by the day and time of their clinic, and all drafts of a patient
     * whose chart the current user has open, oldest first; empty for those who do not treat the patient.
     */
    public List<LeftVisit> findByPatient(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        // today at any clinic is at most one day away from today in UTC
        var utc = LocalDate.now(clock);
        return visits.find(opened.records(), utc.minusDays(DAYS_BACK + 1L), utc.plusDays(1)).stream()
                .filter(this::hasBegun)
                .map(LeftVisitQuery.Timed::visit)
                .toList();
    }

    private boolean hasBegun(LeftVisitQuery.Timed timed) {
        var at = timed.at();
        if (at == null) {
            return true;
        }
        var on = timed.visit().on();
        return !on.isBefore(clinics.todayAt(timed.clinic()).minusDays(DAYS_BACK))
                && !clock.instant().isBefore(clinics.instantOf(timed.clinic(), on, at));
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

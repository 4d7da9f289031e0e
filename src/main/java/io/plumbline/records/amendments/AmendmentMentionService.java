package io.plumbline.records.amendments;

import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which answered requests of the patient are about what the current user reads: a note, or the rest of the record. Opening it is
 * on record, so this is not once more.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class AmendmentMentionService {
    private final AmendmentQuery query;

    AmendmentMentionService(AmendmentQuery query) {
        this.query = query;
    }

    /**
     * Returns the requests about a session note of a patient whose chart the current user has open, by the day they came.
     *
     * @throws NotAvailable if the current user does not treat the patient
     */
    public List<AmendmentRow> findByNote(NoteId note, PatientDetails opened) {
        return about(note.value(), opened);
    }

    /**
     * Returns the requests about an intake note of a patient whose chart the current user has open, by the day they came.
     *
     * @throws NotAvailable if the current user does not treat the patient
     */
    @Requires(Permission.INTAKE_READ)
    public List<AmendmentRow> findByIntake(IntakeId note, PatientDetails opened) {
        return about(note.value(), opened);
    }

    /**
     * Returns the answered requests of a patient whose chart the current user has open that are about no session note and no
     * intake note, such as those about a plan or about no part, by the day they came.
     *
     * @throws NotAvailable if the current user does not treat the patient
     */
    public List<AmendmentRow> findAboutNoNote(PatientDetails opened) {
        requireChart(opened);
        return query.aboutNoNote(opened.records());
    }

    private List<AmendmentRow> about(UUID part, PatientDetails opened) {
        requireChart(opened);
        return query.about(part, opened.records());
    }

    private static void requireChart(PatientDetails opened) {
        if (opened.clinical() == null) {
            throw new NotAvailable();
        }
    }
}

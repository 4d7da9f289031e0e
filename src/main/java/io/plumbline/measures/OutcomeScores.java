package io.plumbline.measures;

import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OutcomeScores extends Repository<OutcomeScore, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    OutcomeScore saveAndFlush(OutcomeScore score);

    /** Returns the scores of a patient, a measure and a day of one status, in the order in which they were recorded. */
    List<OutcomeScore> findByPatientIdAndMeasuredOnAndMeasureAndStatusOrderById(
            PatientId patient, LocalDate on, String measure, ScoreStatus status);

    /** Returns the scores that were recorded from a signed note. */
    List<OutcomeScore> findByNoteId(UUID note);

    Optional<OutcomeScore> findById(UUID id);
}

package io.plumbline.measures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OutcomeScores extends Repository<OutcomeScore, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    OutcomeScore saveAndFlush(OutcomeScore score);

    /** Returns whether a score of this patient, measure and day counts. */
    boolean existsByDayKey(String dayKey);

    /** Returns the score of this patient, measure and day that counts. */
    Optional<OutcomeScore> findByDayKey(String dayKey);

    /** Returns the scores that were recorded from a signed note. */
    List<OutcomeScore> findByNoteId(UUID note);

    Optional<OutcomeScore> findById(UUID id);
}

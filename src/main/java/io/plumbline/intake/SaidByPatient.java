package io.plumbline.intake;

import io.plumbline.safety.contraindications.HistoryFact;
import java.time.Instant;
import java.util.Set;

/**
 * What a patient said, as the content of an intake note.
 *
 * @param submittedAt when it was submitted
 * @param notSaid the screening rules that the patient preferred not to answer
 * @param notTold the facts of the history that the patient preferred not to answer
 * @param intact whether it still is what was submitted
 */
public record SaidByPatient(
        Instant submittedAt, IntakeDraft said, Set<String> notSaid, Set<HistoryFact> notTold, boolean intact) {}

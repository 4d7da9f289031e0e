package io.plumbline.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IntakeConclusions extends Repository<IntakeConclusion, UUID> {
    /** Flushes at once, so that whoever saves learns of a conclusion at the same time. */
    IntakeConclusion saveAndFlush(IntakeConclusion conclusion);

    Optional<IntakeConclusion> findById(UUID note);

    @Query("select c from IntakeConclusion c where c.noteId > :last order by c.noteId")
    List<IntakeConclusion> after(UUID last, Limit limit);
}

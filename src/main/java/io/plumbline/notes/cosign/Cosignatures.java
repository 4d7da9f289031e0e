package io.plumbline.notes.cosign;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Cosignatures extends Repository<Cosignature, UUID> {
    /** Flushes at once, so that whoever saves learns of a decision at the same time. */
    Cosignature saveAndFlush(Cosignature cosignature);

    /** Returns the decisions on some notes, in the order in which they were made. */
    @Query("select c from Cosignature c where c.noteId in :notes order by c.history, c.id")
    List<Cosignature> about(Collection<UUID> notes);

    @Query("select c from Cosignature c where c.decision = :decision and c.id > :last order by c.id")
    List<Cosignature> after(CosignDecision decision, UUID last, Limit limit);
}

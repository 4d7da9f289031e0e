package io.plumbline.notes.amendments;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An amendment of a signed session note.
 *
 * @param by the name of the person who signed it
 * @param contentHash the hash of the signed content
 * @param intact whether it still has the signed content
 * @param copy the note in the right record, if the current user may read it
 */
public record AmendmentRow(
        AmendmentKind kind,
        String text,
        StaffId signer,
        String by,
        Instant at,
        String contentHash,
        boolean intact,
        @Nullable NoteId copy) {}

package io.plumbline.notes.amendments;

import io.plumbline.notes.NoteErrors;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the reason why a note was entered in error with the note, signed. */
@Component
class SignedErrors implements NoteErrors {
    private final NoteAmendments amendments;
    private final ContentMac seal;
    private final Clock clock;

    SignedErrors(NoteAmendments amendments, ContentMac seal, Clock clock) {
        this.amendments = amendments;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sign(NoteId note, PatientId patient, String reason, @Nullable NoteId copy) {
        amendments.save(NoteAmendment.signed(
                note,
                patient,
                AmendmentKind.ENTERED_IN_ERROR,
                reason,
                copy,
                CurrentUser.current().staff(),
                clock.instant(),
                seal));
    }
}

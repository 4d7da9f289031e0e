package io.plumbline.notes.ui;

import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.amendments.AmendmentRow;
import io.plumbline.notes.amendments.NoteAmendmentService.Added;
import io.plumbline.notes.cosign.CosignState;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.SignerCredentials;
import io.plumbline.shared.ids.StaffId;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who signed printed notes and what was added to them, with their licenses and certifications. */
@Component
class SignersOfNotes {
    private final CredentialService credentials;

    SignersOfNotes(CredentialService credentials) {
        this.credentials = credentials;
    }

    /** Returns the credentials of all who signed, by one question. */
    SignerCredentials of(Collection<NoteDetails> notes, Collection<Added> added, Collection<CosignState> cosigned) {
        var authors = notes.stream()
                .map(NoteDetails::signature)
                .filter(Objects::nonNull)
                .map(one -> one.by());
        var adders = added.stream().flatMap(one -> one.rows().stream()).map(AmendmentRow::signer);
        var supervisors =
                cosigned.stream().flatMap(one -> one.decisions().stream()).map(CosignState.Decision::signer);
        return credentials.findBySigners(Stream.of(authors, adders, supervisors)
                .<StaffId>flatMap(signers -> signers)
                .collect(Collectors.toSet()));
    }
}

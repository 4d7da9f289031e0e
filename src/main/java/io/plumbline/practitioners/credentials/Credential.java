package io.plumbline.practitioners.credentials;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "credential")
class Credential extends AbstractAggregateRoot<Credential> {
    private static final int EARLIEST_YEAR = 1930;
    private static final int LATEST_YEAR = 2200;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private StaffId practitionerId;

    @Enumerated(EnumType.STRING)
    private CredentialKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Discipline discipline;

    private String credentialNumber;
    private String issuer;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private Instant recordedAt;
    private StaffId recordedBy;
    private @Nullable Instant verifiedAt;
    private @Nullable StaffId verifiedBy;
    private @Nullable LocalDate revokedOn;
    private @Nullable StaffId revokedBy;
    private String revokeReason = "";
    private UUID operation;

    static Credential recorded(
            StaffId practitioner, CredentialDraft draft, OperationId operation, StaffId by, Instant at) {
        var credential = new Credential();
        credential.id = Ids.next();
        credential.practitionerId = practitioner;
        credential.recordedBy = by;
        credential.recordedAt = at;
        credential.operation = operation.value();
        credential.describe(draft);
        credential.registerEvent(new CredentialChanged(credential.id(), CredentialChanged.Verb.RECORDED, ""));
        return credential;
    }

    /** Edits the credential; if it was verified, it must be verified again. */
    void correct(CredentialDraft draft) {
        refuseRevoked();
        var before = draft();
        describe(draft);
        var fields = RecordVersions.changedFields(before, draft());
        if (!fields.isEmpty()) {
            verifiedAt = null;
            verifiedBy = null;
            registerEvent(new CredentialChanged(id(), CredentialChanged.Verb.CORRECTED, String.join(", ", fields)));
        }
    }

    /** Records that a manager has seen the proof; nobody verifies their own credential. */
    void verify(StaffId by, Instant at) {
        refuseRevoked();
        if (by.equals(practitionerId)) {
            throw new Refused("You cannot verify your own credentials. Ask another manager");
        }
        if (verifiedAt != null) {
            throw new Refused("This credential is already verified");
        }
        verifiedAt = at;
        verifiedBy = by;
        registerEvent(new CredentialChanged(id(), CredentialChanged.Verb.VERIFIED, ""));
    }

    /** Revokes the credential from a day on; what was done before that day stays covered. */
    void revoke(LocalDate on, String reason, StaffId by, LocalDate today) {
        refuseRevoked();
        if (on.isAfter(today)) {
            throw new Refused("Choose today or a past date");
        }
        revokeReason = TextLimit.required("The reason", reason, 200);
        revokedOn = on;
        revokedBy = by;
        registerEvent(new CredentialChanged(id(), CredentialChanged.Verb.REVOKED, "from " + on));
    }

    private void refuseRevoked() {
        if (revokedOn != null) {
            throw new Refused("This credential is revoked: record a new one");
        }
    }

    private void describe(CredentialDraft draft) {
        if (draft.kind().entitles() && draft.discipline() == null) {
            throw new Refused("Choose the discipline that it covers");
        }
        var until = draft.validUntil();
        if (until != null && until.isBefore(draft.validFrom())) {
            throw new Refused("The last valid day is before the first");
        }
        if (draft.validFrom().getYear() < EARLIEST_YEAR || until != null && until.getYear() > LATEST_YEAR) {
            throw new Refused("Choose days between 1930 and 2200");
        }
        kind = draft.kind();
        discipline = draft.discipline();
        credentialNumber = TextLimit.required("The number", draft.number(), 60);
        issuer = TextLimit.required("Who issued it", draft.issuer(), 80);
        validFrom = draft.validFrom();
        validUntil = until;
    }

    CredentialId id() {
        return new CredentialId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    StaffId practitioner() {
        return practitionerId;
    }

    private CredentialDraft draft() {
        return new CredentialDraft(kind, discipline, credentialNumber, issuer, validFrom, validUntil);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Credential() {}
}

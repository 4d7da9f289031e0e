package io.plumbline.patients.file;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "patient_consent")
class PatientConsent extends AbstractAggregateRoot<PatientConsent> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private PatientId patientId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    private String wording;
    private LocalDate givenOn;
    private StaffId takenBy;
    private @Nullable LocalDate withdrawnOn;
    private @Nullable StaffId withdrawalTakenBy;
    private @Nullable String currentKey;

    static PatientConsent given(PatientId patient, ConsentDraft draft, StaffId takenBy, LocalDate today) {
        if (draft.givenOn().isAfter(today)) {
            throw new Refused("The date of consent cannot be in the future");
        }
        var consent = new PatientConsent();
        consent.id = Ids.next();
        consent.patientId = patient;
        consent.kind = draft.kind();
        consent.wording = TextLimit.required("The version of the wording", draft.wording(), 20);
        consent.givenOn = draft.givenOn();
        consent.takenBy = takenBy;
        consent.currentKey = key(patient, draft.kind());
        consent.registerEvent(new ConsentChanged(new ConsentId(consent.id), patient, draft.kind(), true));
        return consent;
    }

    /** Ends the consent; what was done while it was in force remains valid. */
    void withdraw(StaffId by, LocalDate on) {
        if (withdrawnOn != null) {
            throw new Refused("This consent was already withdrawn");
        }
        withdrawnOn = on.isBefore(givenOn) ? givenOn : on;
        withdrawalTakenBy = by;
        currentKey = null;
        registerEvent(new ConsentChanged(new ConsentId(id), patientId, kind, false));
    }

    /** Returns the key that allows one consent of a kind in force per patient. */
    static String key(PatientId patient, ConsentKind kind) {
        return patient + " " + kind;
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    PatientId patient() {
        return patientId;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PatientConsent() {}
}

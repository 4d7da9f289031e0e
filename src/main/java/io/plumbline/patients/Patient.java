package io.plumbline.patients;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.SortKey;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "patient")
class Patient extends AbstractAggregateRoot<Patient> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String familyName;
    private String givenName;
    private String sortKey;
    private @Nullable LocalDate birthDate;
    private @Nullable PhoneNumber phone;
    private @Nullable EmailAddress email;

    static Patient of(PatientDraft draft, LocalDate today) {
        var patient = new Patient();
        patient.id = PatientId.next().value();
        patient.describe(draft, today);
        patient.registerEvent(new PatientAdded(patient.id()));
        return patient;
    }

    private void describe(PatientDraft draft, LocalDate today) {
        if (draft.birthDate() != null && draft.birthDate().isAfter(today)) {
            throw new IllegalArgumentException("The birth date lies in the future");
        }
        givenName = TextLimit.required("The given name", draft.givenName(), 80);
        familyName = TextLimit.required("The family name", draft.familyName(), 80);
        sortKey = SortKey.of(familyName, givenName);
        birthDate = draft.birthDate();
        phone = draft.phone();
        email = draft.email();
    }

    PatientId id() {
        return new PatientId(id);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Patient() {}
}

package io.plumbline.patients.ui;

import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the caller's patients by name, phone number, patient number or birth date. */
@Component
@Order(1)
class PatientFindSource implements FindSource {
    private final PatientService patients;

    PatientFindSource(PatientService patients) {
        this.patients = patients;
    }

    @Override
    public String heading() {
        return "Patients";
    }

    @Override
    public boolean isForCaller() {
        return Caller.may(Permission.PATIENT_READ);
    }

    @Override
    public List<Found> find(String typed, int most) {
        return patients.search(typed, most).stream().map(this::found).toList();
    }

    @Override
    public String viewedKind() {
        return "patient.opened";
    }

    @Override
    public List<Found> findViewed(Set<UUID> records) {
        return patients
                .visibleAmong(
                        records.stream().map(PatientId::new).collect(Collectors.toUnmodifiableSet()), "recently viewed")
                .stream()
                .map(this::found)
                .toList();
    }

    private Found found(PatientRow row) {
        var born = row.birthDate();
        var detail = born == null
                ? row.numberAndStatus()
                : row.numberAndStatus() + " · born "
                        + Caller.current().formats().date(born);
        return new Found(row.id().value(), Icon.PERSON, row.name(), detail, Routes.patient(row.id()));
    }
}

package io.plumbline.patients.ui;

import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
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

/** Finds the current user's patients by name, phone number, patient number or birth date. */
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
    public boolean isForCurrentUser() {
        return CurrentUser.may(Permission.PATIENT_READ);
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
                        + CurrentUser.current().formats().date(born);
        return new Found(row.id().value(), Icon.PERSON, row.name(), detail, Routes.patient(row.id()));
    }
}

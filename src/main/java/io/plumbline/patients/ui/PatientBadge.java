package io.plumbline.patients.ui;

import io.plumbline.patients.PatientService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class PatientBadge implements NavBadge {
    private final PatientService patients;

    PatientBadge(PatientService patients) {
        this.patients = patients;
    }

    @Override
    public String place() {
        return Routes.PATIENTS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(patients.count(), "Patients you have access to.");
    }
}

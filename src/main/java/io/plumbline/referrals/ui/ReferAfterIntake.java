package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.intake.AfterIntake;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import java.util.Optional;

/** Leads from a signed intake note whose outcome is to refer to the referral. */
@org.springframework.stereotype.Component
class ReferAfterIntake implements AfterIntake {
    private final IntakeService intake;

    ReferAfterIntake(IntakeService intake) {
        this.intake = intake;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null || !AtClinic.may(Permission.REFERRAL_WRITE, patient.clinics())) {
            return Optional.empty();
        }
        return intake.findByPatient(patient).stream()
                .filter(note -> note.isScreened() && note.outcome() == IntakeOutcome.REFER)
                .findFirst()
                .map(note -> new Anchor(Routes.newReferral(patient.id(), note.id()), "Write the referral"));
    }
}

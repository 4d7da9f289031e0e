package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Leads from the patient's page to a new referral, for those who refer. */
@Order(60)
@org.springframework.stereotype.Component
class ReferAction implements PatientSection {
    @Override
    public Place place() {
        return Place.ACTION;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null
                || patient.status() == PatientStatus.DECEASED
                || !AtClinic.may(Permission.REFERRAL_WRITE, patient.clinics())) {
            return Optional.empty();
        }
        var link = new Anchor(Routes.newReferral(patient.id()), "Refer…");
        link.addClassName("act");
        return Optional.of(link);
    }
}

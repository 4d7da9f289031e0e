package io.plumbline.patients.ui;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;

/** A patient's referrals, for those who treat the patient. */
@Route(Routes.PATIENTS + "/:" + Routes.ID + "/" + Routes.REFERRALS)
@PageTitle("Patient, referrals · Plumbline")
@RolesAllowed(Permission.REFERRAL_READ)
class PatientReferralsView extends PatientPart {
    PatientReferralsView(PatientFrame frame) {
        super(frame, PatientTab.REFERRALS, Place.REFERRALS);
    }
}

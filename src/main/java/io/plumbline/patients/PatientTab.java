package io.plumbline.patients;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;

/** A part of a patient's page that has its own address. */
public enum PatientTab {
    OVERVIEW("Overview", ""),
    INTAKE("Intake", Routes.INTAKE),
    PLANS("Plans", Routes.PLANS),
    NOTES("Notes", Routes.NOTES),
    MEASURES("Measures", Routes.MEASURES),
    REACTIONS("Reactions", Routes.REACTIONS),
    REFERRALS("Referrals", Routes.REFERRALS),
    FILES("Files", Routes.FILES),
    CONSENTS("Consents", Routes.CONSENTS),
    PERSON("Person", Routes.PERSON);

    private final String label;
    private final String part;

    PatientTab(String label, String part) {
        this.label = label;
        this.part = part;
    }

    public String label() {
        return label;
    }

    /** Returns the route of this part of a patient's page. */
    public String address(PatientId patient) {
        return part.isEmpty() ? Routes.patient(patient) : Routes.patient(patient, part);
    }

    /** Returns whether the current user, who has the patient's chart open, may open this part of it. */
    public boolean isOpenTo(PatientDetails patient) {
        return switch (this) {
            case OVERVIEW, INTAKE, FILES, CONSENTS, PERSON -> true;
            case PLANS -> patient.clinical() != null || CurrentUser.current().has(Role.MANAGER);
            case NOTES, MEASURES, REACTIONS, REFERRALS -> patient.clinical() != null;
        };
    }
}

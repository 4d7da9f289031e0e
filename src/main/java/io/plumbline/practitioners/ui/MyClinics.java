package io.plumbline.practitioners.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import java.util.List;

/** The clinics of the person who looks, by name. */
final class MyClinics {
    private MyClinics() {}

    static List<ClinicLabel> of(ClinicService clinics) {
        return clinics.labels().values().stream()
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .toList();
    }
}

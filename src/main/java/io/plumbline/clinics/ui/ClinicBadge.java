package io.plumbline.clinics.ui;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class ClinicBadge implements NavBadge {
    private final ClinicService clinics;

    ClinicBadge(ClinicService clinics) {
        this.clinics = clinics;
    }

    @Override
    public String place() {
        return Routes.CLINICS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(clinics.findForCurrentUser().size(), "Your clinics, with hours and response target.");
    }
}

package io.plumbline.practitioners.ui;

import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class PractitionerBadge implements NavBadge {
    private final PractitionerService practitioners;

    PractitionerBadge(PractitionerService practitioners) {
        this.practitioners = practitioners;
    }

    @Override
    public String place() {
        return Routes.PRACTITIONERS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(practitioners.countActive(), "Practitioners, with disciplines and clinics.");
    }
}

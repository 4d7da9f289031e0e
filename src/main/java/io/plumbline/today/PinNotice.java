package io.plumbline.today;

import com.vaadin.flow.component.Component;
import io.plumbline.access.pins.PinNotices;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** Tells the current user after signing in that wrong tries had disabled their signing PIN. */
final class PinNotice {
    private PinNotice() {}

    /** Returns the part of the start page; empty, and without a query, for most users. */
    static Optional<Component> forCurrentUser(PinNotices notices, ClinicService clinics) {
        return notices.findForCurrentUser().map(since -> {
            var at = since.atZone(clinics.ownZone());
            return Ui.div(
                    "banner tone-warn",
                    Icon.ALERT.create(),
                    Ui.text(
                            "",
                            "Five wrong tries disabled your signing PIN on " + Dates.dayAndYear(at.toLocalDate())
                                    + ". Your password has enabled it again. If it was not you, tell your manager now."));
        });
    }
}

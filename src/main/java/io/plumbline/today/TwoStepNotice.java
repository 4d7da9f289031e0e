package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells the current user to set up two-step sign-in while there is time, and that a lost device was removed, and of many wrong codes. */
final class TwoStepNotice {
    private TwoStepNotice() {}

    /** Returns the part of the start page; empty, and without a query, for most users. */
    static Optional<Component> forCurrentUser(SecondFactorService factors, ClinicService clinics, Clock clock) {
        var notice = factors.findNotice();
        if (notice.isEmpty()) {
            return Optional.empty();
        }
        var lines = new Div();
        lines.addClassName("stack-0");
        if (notice.resetAt() != null) {
            var day = notice.resetAt().atZone(clinics.ownZone()).toLocalDate();
            lines.add(Ui.text(
                    "",
                    "Your two-step sign-in was removed on " + Dates.dayAndYear(day)
                            + " with a link for a lost device. If it was not you, tell your manager now."));
        }
        if (notice.refusedAt() != null) {
            lines.add(
                    Ui.text(
                            "",
                            notice.refused() + " wrong codes were entered with your password, the last on "
                                    + Dates.dayAndTime(notice.refusedAt(), clinics.ownZone())
                                    + ". If it was not you, somebody knows your password."),
                    new Anchor(Routes.MY_ACCOUNT, "Change your password now"));
        }
        if (notice.setUpBy() != null) {
            var day = notice.setUpBy().atZone(clinics.ownZone()).toLocalDate();
            lines.add(
                    new Anchor(Routes.MY_ACCOUNT, "Set up two-step sign-in within " + within(notice.setUpBy(), clock)),
                    Ui.text(
                            "small",
                            "After your password you then enter a code from your phone or use a passkey. From "
                                    + Dates.dayAndYear(day) + " on you cannot work before it is set up."));
        }
        return Optional.of(Ui.div("banner tone-warn", Icon.ALERT.create(), lines));
    }

    private static String within(Instant until, Clock clock) {
        var left = Duration.between(clock.instant(), until);
        var days = Math.ceilDiv(left.toMinutes(), Duration.ofDays(1).toMinutes());
        return days <= 1 ? "a day" : days + " days";
    }
}

package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.breakglass.ActiveBreakGlass;
import io.plumbline.access.breakglass.BreakGlassEvent;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The banner on every screen of a patient under break-glass access. When the access is ended on one screen, the user's
 * other screens reload and are refused.
 */
@org.springframework.stereotype.Component
public class BreakGlassBanners {
    private final Map<Component, Shown> shown = new ConcurrentHashMap<>();
    private final BreakGlassService breakGlass;
    private final ClinicService clinics;
    private final Clock clock;

    BreakGlassBanners(BreakGlassService breakGlass, ClinicService clinics, Clock clock) {
        this.breakGlass = breakGlass;
        this.clinics = clinics;
        this.clock = clock;
    }

    private record Shown(StaffId to, PatientId patient) {}

    /** Returns the banner with the end of the access and a button to end it now; empty without break-glass access. */
    public Optional<Component> of(PatientId patient) {
        return breakGlass.running(patient).map(access -> banner(patient, access));
    }

    private Component banner(PatientId patient, ActiveBreakGlass access) {
        var left = Ui.text("strong", "");
        var close = new Button("Close now", e -> {
            breakGlass.close(patient);
            UI.getCurrentOrThrow().getPage().reload();
        });
        var words = Ui.div(
                "stack-0",
                Ui.text(
                        "strong",
                        "Break-glass access until "
                                + Dates.time(
                                        access.until().atZone(clinics.ownZone()).toLocalTime())),
                Ui.span(
                        "small",
                        Ui.text("", "Each view is recorded in the audit trail, and a manager reviews it. "),
                        left));
        var banner = Ui.div("banner tone-warn break-glass-banner", Icon.LOCK.create(), words, close);
        banner.getElement().setAttribute("role", "region");
        banner.getElement().setAttribute("aria-label", "Break-glass access");
        left.addAttachListener(e -> left.getElement()
                .executeJs(
                        "window.plumblineCountdown(this, $0)",
                        Math.max(
                                0.0,
                                Duration.between(clock.instant(), access.until())
                                                .toSeconds()
                                        + 1)));
        var isOf = new Shown(CurrentUser.current().staff(), patient);
        banner.addAttachListener(e -> {
            shown.put(banner, isOf);
            // the screen was locked, and the access may have been closed since
            if (!e.isInitialAttach() && breakGlass.running(patient).isEmpty()) {
                e.getUI().getPage().executeJs(Failures.ASK_AGAIN);
            }
        });
        banner.addDetachListener(e -> shown.remove(banner));
        return banner;
    }

    @TransactionalEventListener
    void on(BreakGlassEvent.Ended closed) {
        var over = new Shown(closed.by(), closed.patient());
        shown.forEach((banner, isOf) -> {
            if (isOf.equals(over)) {
                banner.getUI().ifPresent(ui -> ui.access(() -> ui.getPage().executeJs(Failures.ASK_AGAIN)));
            }
        });
    }
}

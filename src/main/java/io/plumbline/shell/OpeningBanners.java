package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.OpeningClosed;
import io.plumbline.access.OpeningService;
import io.plumbline.access.RunningOpening;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The banner on every screen of a patient whose record is open with a reason. When it is closed on one screen, the others
 * of that person ask for their address again, and are refused.
 */
@org.springframework.stereotype.Component
public class OpeningBanners {
    private final Map<Component, Shown> shown = new ConcurrentHashMap<>();
    private final OpeningService openings;
    private final ClinicService clinics;
    private final Clock clock;

    OpeningBanners(OpeningService openings, ClinicService clinics, Clock clock) {
        this.openings = openings;
        this.clinics = clinics;
        this.clock = clock;
    }

    private record Shown(StaffId to, PatientId patient) {}

    /** Until when the record is open, and how to close it now; empty where it needs no reason. */
    public Optional<Component> of(PatientId patient) {
        return openings.running(patient).map(opening -> banner(patient, opening));
    }

    private Component banner(PatientId patient, RunningOpening opening) {
        var left = Ui.text("strong", "");
        var close = new Button("Close now", e -> {
            openings.close(patient);
            UI.getCurrentOrThrow().getPage().reload();
        });
        var words = Ui.div(
                "stack-0",
                Ui.text(
                        "strong",
                        "Opened with a reason until "
                                + Dates.time(opening.until()
                                        .atZone(clinics.ownZone())
                                        .toLocalTime())),
                Ui.span(
                        "small",
                        Ui.text("", "Each look is marked in the audit trail, and a manager reviews it. "),
                        left));
        var banner = Ui.div("banner tone-warn opening-banner", Icon.LOCK.create(), words, close);
        banner.getElement().setAttribute("role", "region");
        banner.getElement().setAttribute("aria-label", "Opened with a reason");
        var seconds = Duration.between(clock.instant(), opening.until()).toSeconds() + 1;
        left.addAttachListener(
                e -> left.getElement().executeJs("window.plumblineCountdown(this, $0)", (double) seconds));
        var isOf = new Shown(Caller.current().staff(), patient);
        banner.addAttachListener(e -> shown.put(banner, isOf));
        banner.addDetachListener(e -> shown.remove(banner));
        return banner;
    }

    @TransactionalEventListener
    void on(OpeningClosed closed) {
        var over = new Shown(closed.by(), closed.patient());
        shown.forEach((banner, isOf) -> {
            if (isOf.equals(over)) {
                banner.getUI().ifPresent(ui -> ui.access(() -> ui.getPage().executeJs(Failures.ASK_AGAIN)));
            }
        });
    }
}

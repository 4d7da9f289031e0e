package io.plumbline.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.HourCycle;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a printed screen says on each page: the clinic, and who printed it. Hidden on the screen; {@code print.js} adds
 * the patient and the time of printing, because the browser prints without asking the portal.
 */
@JavaScript("context://assets/print.js")
final class PrintHead extends Div {
    private static final String TWELVE_HOURS = "12";
    private static final String ALL_HOURS = "24";

    private final Clock clock;

    /**
     * Creates the head for what a user prints.
     *
     * @param clinics the names of the clinics
     * @param zone the time zone of the clinics
     */
    PrintHead(CurrentUser user, String clinics, ZoneId zone, Clock clock) {
        this.clock = clock;
        addClassName("print-head");
        getElement()
                .setAttribute("data-clinic", clinics)
                .setAttribute("data-by", user.displayName())
                .setAttribute("data-zone", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) // Java says Z
                .setAttribute("data-date", user.formats().datePattern())
                .setAttribute("data-hours", user.formats().hours() == HourCycle.TWELVE ? TWELVE_HOURS : ALL_HOURS);
    }

    /** Tells the browser how far the clock of the portal is ahead of its own. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("window.plumblineClockAhead = $0 - Date.now()", (double) clock.millis());
    }
}

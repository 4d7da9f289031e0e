package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.schedule.Calendar;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDateTime;
import java.util.Map;

/** A view of appointments. The component stays when its content is redrawn, and keeps its scroll position. */
abstract sealed class Plane extends Composite<Div> permits DayPlane, WeekPlane {
    /** @param name what it shows, for screen readers */
    Plane(String style, String name) {
        getContent().addClassName(style);
        getContent()
                .getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", name)
                .setAttribute("tabindex", "0");
        Keys.named(getContent(), "Arrows", "From appointment to appointment");
    }

    /**
     * Draws these days; {@code now} is the local time there.
     *
     * @param orders how many open checkout orders the patients have whom the desk can book
     */
    abstract void show(Calendar calendar, LocalDateTime now, Map<PatientId, Integer> orders);

    /** Returns what is shown where nobody works. */
    static Component nobody(ClinicId clinic) {
        return Ui.div(
                "sheet-empty",
                Ui.text(
                        "muted",
                        AtClinic.may(Permission.PRACTITIONER_WRITE, clinic)
                                ? "Nobody works here yet: give practitioners working hours at this clinic."
                                : CurrentUser.current().isClinician()
                                        ? "You have no working hours here. Ask the clinic manager to set them."
                                        : "No working hours yet. Ask the clinic manager to set them."));
    }
}

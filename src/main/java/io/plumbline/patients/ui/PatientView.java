package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Foldable;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One patient at a glance: alerts first, then why the patient comes and how it goes, changes and the timeline, and beside
 * them the status of care.
 */
@Route(Routes.PATIENTS + "/:" + Routes.ID)
@PageTitle("Patient · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientView extends Main implements BeforeEnterObserver {
    private static final String PAGE = "patient";

    private final PatientFrame frame;
    private final PatientHistory history;
    private final FileCards file;

    PatientView(PatientFrame frame, PatientHistory history, FileCards file) {
        this.frame = frame;
        this.history = history;
        this.file = file;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(this, event, PatientTab.OVERVIEW, this::overview);
    }

    private List<Component> overview(PatientDetails patient) {
        var timeline = history.of(patient);
        var parts = new ArrayList<Component>();
        hold(patient).ifPresent(parts::add);
        parts.addAll(frame.at(Place.TOP, patient));
        var care = Ui.div("stack-4");
        if (patient.clinical() == null) {
            care.add(file.contact(patient));
        } else {
            care.add(Foldable.on(
                    PAGE, OverviewCards.why(frame.at(Place.REASON, patient), frame.at(Place.COURSE, patient))));
            care.add(Foldable.on(PAGE, "since", history.since(patient, timeline.entries())));
        }
        var rail = new Aside();
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", "Status of care");
        if (patient.clinical() != null) {
            rail.add(Foldable.on(PAGE, OverviewCards.open(timeline.entries(), patient)));
        }
        rail.add(foldable(Place.RAIL, patient));
        rail.add(Foldable.on(PAGE, file.alerts(patient)));
        parts.add(Ui.div(
                "patient-grid",
                Ui.div("patient-care", care),
                Ui.div("patient-story", new TimelineCard(PAGE, timeline, patient.today())),
                rail));
        return parts;
    }

    private Component[] foldable(Place place, PatientDetails patient) {
        return frame.at(place, patient).stream()
                .map(part -> Foldable.on(PAGE, part))
                .toArray(Component[]::new);
    }

    private static Optional<Component> hold(PatientDetails patient) {
        if (!patient.clinicalHold()) {
            return Optional.empty();
        }
        var banner = Ui.div(
                "banner tone-clinical",
                Icon.CLINICAL.create(),
                Ui.div(
                        "stack-0 in-line",
                        Ui.text("strong", "Clinical hold"),
                        Ui.text(
                                "",
                                "No treatment and no exercise session may be booked or started until a chiropractor has cleared"
                                        + " the patient.")));
        banner.getElement().setAttribute("role", "status");
        return Optional.of(banner);
    }
}

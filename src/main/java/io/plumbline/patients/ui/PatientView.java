package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.PatientHeader;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One patient: alerts first, then changes, the next visit, and the full timeline. */
@Route(Routes.PATIENTS + "/:" + Routes.ID)
@PageTitle("Patient · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientView extends Main implements BeforeEnterObserver {
    private static final String EDIT = "edit";

    private final PatientService patients;
    private final PatientHistory history;
    private final FileCards file;
    private final List<PatientSection> sections;
    private final BreakGlassBanners breakGlass;
    private final PatientDocument document;

    PatientView(
            PatientService patients,
            PatientHistory history,
            FileCards file,
            List<PatientSection> sections,
            BreakGlassBanners breakGlass,
            PatientDocument document) {
        this.patients = patients;
        this.history = history;
        this.file = file;
        this.sections = sections;
        this.breakGlass = breakGlass;
        this.document = document;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var patient = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PatientId::parse)
                .flatMap(patients::open)
                .orElseThrow(NotFoundException::new);
        var isEdited = event.getLocation().getQueryParameters().getParameters().containsKey(EDIT);
        removeAll();
        if (isEdited && mayEdit()) {
            edit(patient);
        } else {
            show(patient);
        }
    }

    private static boolean mayEdit() {
        return Caller.current().seesByClinic();
    }

    private void edit(PatientDetails patient) {
        var correction = new PatientEditor(patients, patient, file.phoneRegion(), () -> UI.getCurrentOrThrow()
                .navigate(Routes.patient(patient.id())));
        add(PatientHeader.ofPage(patient.header()), Ui.div("page wide", correction));
        correction.focus();
    }

    private void show(PatientDetails patient) {
        var timeline = history.of(patient);
        var main = Ui.div("stack-5");
        var rail = new Aside();
        rail.addClassNames("stack-5", "patient-rail");
        rail.getElement().setAttribute("aria-label", "Care status and patient details");
        hold(patient).ifPresent(main::add);
        var identity = List.of(file.who(patient), file.others(patient));
        // clinicians look for the status of care first, the front desk for contact details
        var isClinical = patient.clinical() != null;
        rail.add(isClinical ? List.of() : identity);
        rail.add(file.alerts(patient));
        for (var section : sections) {
            section.of(patient).ifPresent(section.isUrgent() ? main::add : rail::add);
        }
        rail.add(isClinical ? identity : List.of());
        rail.add(file.consents(patient), file.careTeam(patient));
        history.since(patient, timeline).ifPresent(main::add);
        main.add(new TimelineCard(timeline, patient.today()));
        breakGlass.of(patient.id()).ifPresent(this::add);
        add(
                PatientHeader.ofPage(patient.header(), actions(patient)),
                Ui.div("page wide", Ui.div("patient-grid", main, rail)));
    }

    private Component[] actions(PatientDetails patient) {
        var actions = new ArrayList<Component>();
        if (Caller.may(Permission.APPOINTMENT_BOOK)) {
            var book = new Button(
                    "Book", Icon.CALENDAR.create(), e -> UI.getCurrentOrThrow().navigate(Routes.booking(patient.id())));
            Keys.on(book, "b", "Book an appointment");
            actions.add(book);
        }
        if (mayEdit()) {
            actions.add(new Button("Edit", e -> UI.getCurrentOrThrow()
                    .navigate(Routes.patient(patient.id()), QueryParameters.of(EDIT, ""))));
        }
        actions.add(document.link(patient.id()));
        return actions.toArray(Component[]::new);
    }

    private static Optional<Component> hold(PatientDetails patient) {
        if (!patient.clinicalHold()) {
            return Optional.empty();
        }
        var banner = Ui.div(
                "banner tone-clinical",
                Icon.CLINICAL.create(),
                Ui.div(
                        "stack-0",
                        Ui.text("strong", "Clinical hold"),
                        Ui.text(
                                "",
                                "No treatment and no exercise session may be booked or started until a chiropractor has cleared"
                                        + " the patient.")));
        banner.getElement().setAttribute("role", "status");
        return Optional.of(banner);
    }
}

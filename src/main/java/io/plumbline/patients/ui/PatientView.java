package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.OpeningBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@Route(Places.PATIENTS + "/:" + Places.ID)
@PageTitle("Patient · Plumbline")
@RolesAllowed(Permission.PATIENT_READ)
class PatientView extends Main implements BeforeEnterObserver {
    private final PatientService patients;
    private final ClinicService clinics;
    private final List<PatientSection> sections;
    private final OpeningBanners openings;
    private final Clock clock;

    PatientView(
            PatientService patients,
            ClinicService clinics,
            List<PatientSection> sections,
            OpeningBanners openings,
            Clock clock) {
        this.patients = patients;
        this.clinics = clinics;
        this.sections = sections;
        this.openings = openings;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Places.ID).orElse(null), PatientId::parse)
                .flatMap(patients::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(PatientDetails patient) {
        removeAll();
        var page = Ui.div("page wide", header(patient));
        hold(patient).ifPresent(page::add);
        page.add(whoAndHow(patient));
        sections.stream()
                .map(section -> section.of(patient))
                .flatMap(Optional::stream)
                .forEach(page::add);
        openings.of(patient.id()).ifPresent(this::add);
        add(page);
    }

    private Component header(PatientDetails patient) {
        return Ui.div(
                "page-head",
                Ui.div(
                        "stack-0",
                        Ui.title(patient.name()),
                        Ui.text(
                                "muted",
                                patient.number() + " · next visit "
                                        + Dates.dayAndTime(
                                                patient.nextVisitOn(), patient.nextVisitAt(), "not booked"))));
    }

    private static String plan(PatientDetails patient) {
        var plan = patient.plan();
        return plan == null
                ? "None runs"
                : plan.title() + ", " + plan.delivered() + " of " + plan.planned() + " visits delivered";
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
                        Ui.text("", "No manual treatment may be booked or started until a chiropractor has decided.")));
        banner.getElement().setAttribute("role", "status");
        return Optional.of(banner);
    }

    private Component whoAndHow(PatientDetails patient) {
        var draft = patient.draft();
        var knownAt = clinics.names(patient.clinics());
        var card = Ui.card(
                "Who and how to reach",
                Ui.facts(
                        "Born", Dates.birthDate(draft.birthDate(), LocalDate.now(clock)),
                        "Phone", Objects.toString(draft.phone(), "Not given"),
                        "E-mail", Objects.toString(draft.email(), "Not given"),
                        "Known at", knownAt,
                        "Plan", plan(patient)));
        var clinical = patient.clinical();
        if (clinical != null && clinical.openFlagLevel() != null) {
            card.add(StatusBadge.clinical(
                    "Open red flag, " + clinical.openFlagLevel().label()));
        }
        return card;
    }
}

package io.plumbline.intake.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.UUID;

@Route(Places.INTAKE + "/:" + Places.ID)
@PageTitle("Intake note · Plumbline")
@RolesAllowed(Permission.INTAKE_READ)
class IntakeView extends Main implements BeforeEnterObserver {
    private final IntakeService intake;
    private final ClinicService clinics;

    IntakeView(IntakeService intake, ClinicService clinics) {
        this.intake = intake;
        this.clinics = clinics;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Places.ID).orElse(null), UUID::fromString)
                .flatMap(intake::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(IntakeDetails note) {
        removeAll();
        var clinic = Objects.requireNonNull(clinics.labels().get(note.clinic()));
        add(Ui.div(
                "page wide",
                Ui.div(
                        "page-head",
                        Ui.div(
                                "stack-0",
                                Ui.title("Intake note"),
                                Ui.span("muted", new Anchor(Places.patient(note.patient()), note.patientName())))),
                Ui.card(
                        "What the patient comes with",
                        Ui.facts(
                                "State",
                                note.status().word(),
                                "Begun",
                                Dates.dayAndTime(note.createdAt(), clinic.zone()) + " at " + clinic.name(),
                                "Complaint",
                                note.complaint().isEmpty() ? "Not asked yet" : note.complaint()))));
    }
}

package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.contraindications.ContraindicationService;
import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/**
 * The contraindications that stand, for those who treat the patient, each with the note that says so. A patient who was
 * never screened has no known flags, which is not the same as having none.
 */
@Order(5)
@org.springframework.stereotype.Component
class ContraindicationsOfPatient implements PatientSection {
    private final ContraindicationService contraindications;
    private final ClinicService clinics;

    ContraindicationsOfPatient(ContraindicationService contraindications, ClinicService clinics) {
        this.contraindications = contraindications;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var standing = contraindications.findStanding(patient);
        if (!standing.isScreened()) {
            return Optional.of(screenMissing());
        }
        if (standing.all().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ui.card(
                "Contraindications", Ui.list("stack-3", standing.all().stream().map(this::item))));
    }

    private Component item(StandingContraindication one) {
        var on = Dates.day(LocalDate.ofInstant(one.signedAt(), clinics.zoneOf(one.clinic())));
        return Ui.div(
                "stack-0",
                Ui.text("strong", one.answer().name()),
                Ui.text("", one.reach()),
                Ui.span(
                        "muted",
                        Ui.text("", one.answer().decision().label() + ": "),
                        new Anchor(Routes.intake(one.note()), "Intake note of " + on)));
    }

    /** Says that a patient was never screened. */
    static Component screenMissing() {
        return Ui.div(
                "banner tone-warn",
                Icon.ALERT.create(),
                Ui.div(
                        "stack-0",
                        Ui.text("strong", "Not screened"),
                        Ui.text("", "No signed intake note includes a red-flag screen yet.")));
    }
}

package io.plumbline.intake.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.charts.ChartService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why a patient comes: complaint and body chart of the newest signed intake note, for those who treat the patient. */
@Order(5)
@Component
class WhyTheyCome implements PatientSection {
    private final ChartService charts;
    private final ClinicService clinics;

    WhyTheyCome(ChartService charts, ClinicService clinics) {
        this.charts = charts;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        return charts.findLatest(patient).map(chart -> {
            var day = Dates.day(
                    chart.signedAt().atZone(clinics.zoneOf(chart.clinic())).toLocalDate());
            return Ui.railPart(
                    "Why they come",
                    Ui.text("clamp", chart.complaint()),
                    new MarkedChart(chart, day, "why"),
                    new Anchor(Routes.intake(chart.note()), "Intake note of " + day));
        });
    }
}

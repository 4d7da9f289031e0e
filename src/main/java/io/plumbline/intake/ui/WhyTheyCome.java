package io.plumbline.intake.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.charts.ChartService;
import io.plumbline.intake.charts.ChartedAreas;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Why a patient comes: complaint, pain and body chart of the newest signed intake note, for those who treat the patient.
 */
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
        return Place.REASON;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        return charts.findLatest(patient).map(chart -> {
            var zone = clinics.zoneOf(chart.clinic());
            var begun = Dates.day(chart.begunAt().atZone(zone).toLocalDate());
            var signed = Dates.day(chart.signedAt().atZone(zone).toLocalDate());
            var drawing = MarkedChart.drawing(chart, begun, "why");
            drawing.addClassName("chart-small");
            return Ui.div(
                    "reason",
                    drawing,
                    Ui.div(
                            "stack-1",
                            clamped("strong", chart.complaint()),
                            Ui.text("num", pain(chart)),
                            clamped("muted small", MarkedChart.words(chart.areas())),
                            new Anchor(
                                    Routes.intake(chart.note()),
                                    "Intake note of " + begun + (signed.equals(begun) ? "" : ", signed " + signed))));
        });
    }

    /** Returns a text of at most two lines, which has itself as its title. */
    private static com.vaadin.flow.component.Component clamped(String classes, String text) {
        var clamped = Ui.text("clamp " + classes, text);
        clamped.setTitle(text);
        return clamped;
    }

    private static String pain(ChartedAreas chart) {
        var worst = Objects.toString(chart.painWorst(), "not recorded");
        return "At intake: pain " + Objects.toString(chart.painNow(), "not recorded") + ", worst " + worst;
    }
}

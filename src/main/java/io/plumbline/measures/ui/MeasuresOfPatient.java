package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The patient's outcome measures over time, for those who treat the patient. */
@Order(50)
@org.springframework.stereotype.Component
class MeasuresOfPatient implements PatientSection {
    private final MeasureService measures;

    MeasuresOfPatient(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public Place place() {
        return Place.MEASURES;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var scores = measures.open(patient);
        var record = new Button("Record measures", e -> Ui.navigate(Routes.newScores(patient.id())));
        record.addThemeVariants(ButtonVariant.PRIMARY);
        Keys.on(record, "m", "Record measures");
        var page = Ui.div("stack-4", Ui.div("cluster", record));
        if (scores.isEmpty()) {
            page.add(
                    new EmptyState(
                            Icon.INFO,
                            "No measures recorded yet",
                            "Record pain, function and disability at the start of care: later scores are compared with the first."));
            return Optional.of(page);
        }
        var cards = Ui.div("patient-cards");
        MeasureHistory.of(measures.measures(), scores).stream()
                .map(MeasuresOfPatient::card)
                .forEach(cards::add);
        page.add(cards, new ScoreList(measures, scores));
        return Optional.of(page);
    }

    private static Component card(MeasureHistory history) {
        var measure = history.measure();
        var latest = history.latest();
        var card = Ui.card(
                measure.name(),
                Ui.div(
                        "line",
                        Ui.text("strong num", MeasureWords.score(measure, latest.result())),
                        Ui.text("muted", "on " + Dates.dayAndYear(latest.measuredOn()))));
        if (history.scores().size() > 1) {
            card.add(MeasureChart.of(history));
        }
        history.change().ifPresent(change -> {
            card.add(Ui.div(
                    "cluster",
                    MeasureWords.badge(change.course()),
                    Ui.text("small", MeasureWords.change(history, change))));
            lines(List.of(MeasureWords.thresholds(measure, change), change.caution()))
                    .forEach(card::add);
        });
        if (history.activities().size() > 1) {
            history.activities().stream().map(MeasuresOfPatient::activity).forEach(card::add);
        }
        return card;
    }

    /** One activity is a measure of its own: the mean can hide that it became worse. */
    private static Component activity(MeasureHistory.OfActivity course) {
        var line = Ui.div("cluster small", Ui.text("", MeasureWords.activity(course)));
        var change = course.change();
        if (change != null) {
            line.add(MeasureWords.badge(change.course()));
        }
        return line;
    }

    private static List<Component> lines(List<String> words) {
        return words.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> (Component) Ui.text("muted small", line))
                .toList();
    }
}

package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasuresBeside;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Each measure of a patient with its newest score, its course and its chart, small enough to stand beside a note. */
@org.springframework.stereotype.Component
class MeasureTrends implements MeasuresBeside {
    @Override
    public Component of(PatientId patient, List<MeasureHistory> histories) {
        var part = Ui.railPart("Measures", of(histories));
        if (histories.isEmpty()) {
            part.add(Ui.text("muted", "None recorded"));
            return part;
        }
        part.add(new Anchor(Routes.patient(patient, Routes.MEASURES), "All measures"));
        return part;
    }

    private static Component[] of(List<MeasureHistory> histories) {
        return histories.stream().map(MeasureTrends::trend).toArray(Component[]::new);
    }

    private static Div trend(MeasureHistory history) {
        var latest = history.latest();
        var trend = Ui.div(
                "stack-1",
                Ui.text("strong", history.measure().name()),
                Ui.text(
                        "num",
                        MeasureWords.score(history.measure(), latest.result()) + " on "
                                + Dates.day(latest.measuredOn())));
        history.change().map(change -> MeasureWords.badge(change.course())).ifPresent(trend::add);
        if (history.scores().size() > 1) {
            trend.add(MeasureChart.of(history));
        }
        return trend;
    }
}

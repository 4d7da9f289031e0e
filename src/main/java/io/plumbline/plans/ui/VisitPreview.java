package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** How many visits a draft has, from when to when, and which massages have no adjustment; or what is missing to tell. */
class VisitPreview extends Composite<Div> {
    private final CombinedCare rule;
    private final Div warnings = Ui.div("stack-1");

    VisitPreview(CombinedCare rule) {
        this.rule = rule;
        getContent().addClassName("stack-0");
        getContent().getElement().setAttribute("role", "status");
    }

    /** Shows what to know before the visits are planned, below them. */
    void warn(List<String> sentences) {
        warnings.removeAll();
        sentences.forEach(sentence -> warnings.add(Ui.alert(sentence)));
    }

    void show(Supplier<StartedCare> visits) {
        getContent().removeAll();
        Attempt.telling(unfinished -> getContent().add(Ui.text("muted", unfinished)))
                .run(() -> {
                    var care = visits.get();
                    var planned = care.all();
                    var days = planned.stream().map(Taper.Visit::on).toList();
                    getContent().add(Ui.text("strong", days.isEmpty() ? "No visits yet" : words(days)));
                    var before = care.before().size();
                    if (before > 0) {
                        getContent()
                                .add(Ui.text(
                                        "",
                                        before + (before == 1 ? " visit is" : " visits are") + " carried over, "
                                                + care.ahead().size() + " remain from "
                                                + Dates.longDay(
                                                        care.ahead().getFirst().on())));
                    }
                    PairingWords.of(planned, rule)
                            .map(words -> Ui.text("", words))
                            .ifPresent(getContent()::add);
                    getContent().add(warnings);
                });
    }

    private static String words(List<LocalDate> days) {
        return days.size()
                + (days.size() == 1 ? " visit on " : " visits, ")
                + Dates.longDay(days.getFirst())
                + (days.size() == 1 ? "" : " to " + Dates.longDate(days.getLast()));
    }
}

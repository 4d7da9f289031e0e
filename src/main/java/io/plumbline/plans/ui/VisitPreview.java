package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** How many visits a draft has, and from when to when; or what is missing to tell. */
class VisitPreview extends Composite<Div> {
    VisitPreview() {
        getContent().addClassName("stack-0");
        getContent().getElement().setAttribute("role", "status");
    }

    void show(Supplier<List<LocalDate>> visits) {
        getContent().removeAll();
        Attempt.telling(unfinished -> getContent().add(Ui.text("muted", unfinished)))
                .run(() -> {
                    var days = visits.get();
                    getContent().add(Ui.text("strong", days.isEmpty() ? "No visits yet" : words(days)));
                });
    }

    private static String words(List<LocalDate> days) {
        return days.size()
                + (days.size() == 1 ? " visit on " : " visits, ")
                + Dates.longDay(days.getFirst())
                + (days.size() == 1 ? "" : " to " + Dates.longDate(days.getLast()));
    }
}

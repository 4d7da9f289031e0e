package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.plumbline.intake.charts.AreaChange;
import io.plumbline.intake.charts.ChartedAreas;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Two body charts of a patient side by side, and what differs in words; read when asked for. */
class ChartComparison extends Composite<Div> {
    private final Supplier<List<ChartedAreas>> charts;
    private final Function<ChartedAreas, String> dayOf;
    private final Select<ChartedAreas> earlier = new Select<>();
    private final Select<ChartedAreas> later = new Select<>();
    private final Div found = Ui.div("stack-3");

    /** @param dayOf the day of a chart, as shown */
    ChartComparison(Supplier<List<ChartedAreas>> charts, Function<ChartedAreas, String> dayOf) {
        this.charts = charts;
        this.dayOf = dayOf;
        getContent().addClassName("stack-3");
        getContent().add(Ui.div("cluster", new Button("Compare body charts", e -> open())));
    }

    private void open() {
        var signed = charts.get();
        getContent().removeAll();
        if (signed.size() < 2) {
            getContent().add(Ui.text("muted", "Two signed intake notes are needed to compare their body charts."));
            return;
        }
        for (var one : List.of(earlier, later)) {
            one.setItems(signed);
            one.setItemLabelGenerator(dayOf::apply);
            // a day with its time does not fit the usual width
            one.setWidth("min(260px, 100%)");
        }
        earlier.setLabel("Earlier chart");
        later.setLabel("Later chart");
        earlier.setValue(signed.get(1));
        later.setValue(signed.getFirst());
        earlier.addValueChangeListener(e -> draw());
        later.addValueChangeListener(e -> draw());
        found.getElement().setAttribute("role", "region");
        found.getElement().setAttribute("aria-label", "Comparison of body charts");
        getContent().add(Ui.div("cluster", earlier, later), found);
        draw();
        earlier.focus();
    }

    private void draw() {
        found.removeAll();
        var before = earlier.getValue();
        var after = later.getValue();
        if (before == null || after == null) {
            return;
        }
        found.add(
                Ui.div("side-by-side", chart(before, "earlier"), chart(after, "later")),
                new H3("What differs"),
                differences(before, after));
    }

    private Component chart(ChartedAreas chart, String name) {
        return Ui.div(
                "stack-1", Ui.text("strong", dayOf.apply(chart)), new MarkedChart(chart, dayOf.apply(chart), name));
    }

    private static Component differences(ChartedAreas before, ChartedAreas after) {
        var changes = AreaChange.between(before.areas(), after.areas());
        if (changes.isEmpty()) {
            return Ui.text("muted", "Nothing: both charts say the same.");
        }
        var list = new UnorderedList();
        list.getElement().setAttribute("aria-label", "What differs");
        changes.forEach(change -> list.add(new ListItem(change.region().label() + ": "
                + change.differences().stream().map(ChartComparison::words).collect(Collectors.joining("; ")))));
        return list;
    }

    private static String words(AreaChange.Difference difference) {
        var kind = difference.kind().label();
        return switch (difference.kind()) {
            case NEW -> kind + ", " + difference.after();
            case GONE -> kind + ", was " + difference.before();
            default -> kind + ": " + difference.before() + " → " + difference.after();
        };
    }
}

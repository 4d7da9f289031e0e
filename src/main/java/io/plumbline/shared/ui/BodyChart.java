package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Ids;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body, front and back: a region is chosen on the drawing or by name from the list beside it. */
public final class BodyChart extends Composite<Div> {
    private static final String REGION = "event.target.dataset.region || ''";

    private final Svg drawing = new Svg(BodyRegion.chart());
    private final ComboBox<BodyRegion> byName = new ComboBox<>("Add an area by name");
    private List<BodyRegion> marked = List.of();

    /**
     * @param chosen told which region was chosen; one that is marked is meant to go, which only the drawing does
     * @param found told which marked region was chosen by name: it is not removed, the keyboard is led to it
     */
    public BodyChart(Consumer<BodyRegion> chosen, Consumer<BodyRegion> found) {
        drawing.addClassName("chart-host");
        drawing.getElement()
                .addEventListener(
                        "click", e -> Ids.inAddress(e.getEventData().get(REGION).asString(), BodyRegion::new)
                                .ifPresent(chosen))
                .addEventData(REGION);
        // all of them at once, so that the browser filters by itself: who types, takes and goes on waits for no answer
        byName.setPageSize(BodyRegion.all().size());
        byName.setItems(BodyRegion.all());
        byName.setItemLabelGenerator(BodyRegion::label);
        byName.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                byName.clear();
                (marked.contains(e.getValue()) ? found : chosen).accept(e.getValue());
            }
        });
        getContent().addClassName("body-chart-parts");
        getContent().add(drawing, byName);
    }

    /** The field by which an area is chosen by name: what is said of the chart as a whole is said there. */
    public ComboBox<BodyRegion> byName() {
        return byName;
    }

    /** Shows which regions are marked. */
    public void mark(Collection<BodyRegion> regions) {
        marked = List.copyOf(regions);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        draw();
    }

    private void draw() {
        var codes = JsonNodeFactory.instance.arrayNode();
        marked.forEach(region -> codes.add(region.code()));
        var said = marked.isEmpty()
                ? "Body chart, nothing marked"
                : "Body chart. Marked: "
                        + marked.stream().map(BodyRegion::label).collect(Collectors.joining("; "));
        drawing.getElement().executeJs("""
                const marked = new Set($0);
                this.querySelectorAll('.bc-region').forEach(r => r.classList.toggle('p2', marked.has(r.dataset.region)));
                this.querySelector('svg')?.setAttribute('aria-label', $1);""", codes, said);
    }
}

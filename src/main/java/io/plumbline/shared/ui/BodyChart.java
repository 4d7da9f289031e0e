package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.Ids;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body chart, front and back: regions are chosen on the drawing or from the list beside it. */
public final class BodyChart extends Composite<Div> {
    private static final String REGION = "event.target.dataset.region || ''";

    private final Svg drawing = new Svg(BodyRegion.chart());
    private final ComboBox<BodyRegion> byName = new ComboBox<>("Add an area by name");
    private List<BodyRegion> marked = List.of();

    /**
     * @param chosen receives the chosen region; a marked one, which only the drawing passes, is to be removed
     * @param found receives a marked region that was chosen by name: it is not removed but gets the focus
     */
    public BodyChart(Consumer<BodyRegion> chosen, Consumer<BodyRegion> found) {
        drawing.addClassName("chart-host");
        drawing.getElement()
                .addEventListener(
                        "click", e -> Ids.inAddress(e.getEventData().get(REGION).asString(), BodyRegion::new)
                                .ifPresent(chosen))
                .addEventData(REGION);
        // one page holds all regions, so that the browser filters them: typing and choosing never wait for the server
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

    /** Returns the field for choosing an area by name; it also shows the messages about the whole chart. */
    public ComboBox<BodyRegion> byName() {
        return byName;
    }

    /** Shows the marked regions. */
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

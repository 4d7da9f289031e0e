package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.Ids;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body chart, front and back: regions are chosen on the drawing or from the list beside it. Shown front or back
 * alone, the drawing is so large that each region is a target of 44 px.
 */
public final class BodyChart extends Composite<Div> {
    private static final String REGION = "event.target.dataset.region || ''";

    private final Map<Shown, Button> views = new EnumMap<>(Shown.class);
    private final Svg drawing = new Svg(BodyRegion.chart());
    private final Component hint =
            Ui.text("muted chart-hint", "Scroll the drawing to see all of it, or add an area by name.");
    private final ComboBox<BodyRegion> byName = new ComboBox<>("Add an area by name");
    private List<BodyRegion> marked = List.of();
    private Shown shown = Shown.BOTH;

    /** A part of the drawing, in its own units: the bodies are 184 wide, without the space around them. */
    private enum Shown {
        BOTH("Both", "front and back", "0 0 420 462"),
        FRONT("Front", "front", "8 0 184 462"),
        BACK("Back", "back", "228 0 184 462");

        private final String word;
        private final String said;
        private final String part;

        Shown(String word, String said, String part) {
            this.word = word;
            this.said = said;
            this.part = part;
        }
    }

    /**
     * @param chosen receives the chosen region; a marked one, which only the drawing passes, is to be removed
     * @param found receives a marked region that was chosen by name: it is not removed but gets the focus
     */
    public BodyChart(Consumer<BodyRegion> chosen, Consumer<BodyRegion> found) {
        drawing.addClassName("chart-host");
        drawing.getElement()
                .addEventListener(
                        "click", e -> Ids.parsed(e.getEventData().get(REGION).asString(), BodyRegion::new)
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
        getContent().add(views(), hint, drawing, byName);
    }

    private Div views() {
        var row = Ui.div("chips");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", "Show of the body chart");
        for (var view : Shown.values()) {
            var chip = new Button(view.word, e -> show(view));
            chip.addThemeName("tertiary");
            chip.addThemeName("small");
            chip.addClassName("chip");
            views.put(view, chip);
            row.add(chip);
        }
        show(Shown.BOTH);
        return row;
    }

    private void show(Shown view) {
        shown = view;
        views.forEach((other, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(other == view)));
        drawing.setClassName("chart-large", view != Shown.BOTH);
        hint.setVisible(view != Shown.BOTH);
        draw();
        // on a phone the drawing is wider than the screen: its middle, the spine, is shown first
        drawing.getElement().executeJs("""
                requestAnimationFrame(() => { this.scrollLeft = (this.scrollWidth - this.clientWidth) / 2; });""");
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
                ? "Body chart, " + shown.said + ", nothing marked"
                : "Body chart, " + shown.said + ". Marked: "
                        + marked.stream().map(BodyRegion::label).collect(Collectors.joining("; "));
        drawing.getElement().executeJs("""
                const marked = new Set($0);
                this.querySelectorAll('.bc-region').forEach(r => r.classList.toggle('p2', marked.has(r.dataset.region)));
                const svg = this.querySelector('svg');
                svg?.setAttribute('aria-label', $1);
                svg?.setAttribute('viewBox', $2);""", codes, said, shown.part);
    }
}

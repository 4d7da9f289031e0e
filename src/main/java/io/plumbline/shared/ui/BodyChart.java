package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Dialogs.Width;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body chart, front and back: regions are chosen on the drawing or from the list beside it. For fingers it opens
 * large: front or back alone, where each region is a target of 44 px.
 */
public final class BodyChart extends Composite<Div> {
    private static final String REGION = "event.target.dataset.region || ''";

    private final Consumer<BodyRegion> chosen;
    private final Drawing small;
    private final ComboBox<BodyRegion> byName = new ComboBox<>("Add an area by name");
    private @Nullable Drawing large;
    private List<BodyRegion> marked = List.of();

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
        this.chosen = chosen;
        small = new Drawing(Shown.BOTH);
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
        var open = new Button("Large chart…", e -> openLarge());
        open.addThemeName("tertiary");
        getContent().addClassName("body-chart-parts");
        getContent().add(small.svg, byName, open);
    }

    private void openLarge() {
        var drawing = new Drawing(Shown.BACK);
        large = drawing;
        var hint = Ui.text("muted", "Choose an area to mark it, and a marked one to remove it.");
        var dialog = new Dialog();
        Dialogs.show(dialog, Width.LARGE, "Body chart", drawing.views(), hint, drawing.svg);
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                large = null;
            }
        });
        dialog.open();
    }

    /** Returns the field for choosing an area by name; it also shows the messages about the whole chart. */
    public ComboBox<BodyRegion> byName() {
        return byName;
    }

    /** Shows the marked regions. */
    public void mark(Collection<BodyRegion> regions) {
        marked = List.copyOf(regions);
        small.draw();
        if (large != null) {
            large.draw();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        small.draw();
    }

    /** The chart drawn once: small beside the fields, or large over them. */
    private final class Drawing {
        private final Svg svg = new Svg(BodyRegion.chart());
        private final Map<Shown, Button> views = new EnumMap<>(Shown.class);
        private Shown shown;

        Drawing(Shown shown) {
            this.shown = shown;
            svg.addClassNames("chart-host", shown == Shown.BOTH ? "chart-low" : "chart-large");
            svg.getElement()
                    .addEventListener("click", e -> Ids.parsed(
                                    e.getEventData().get(REGION).asString(), BodyRegion::new)
                            .ifPresent(chosen))
                    .addEventData(REGION);
        }

        /** Returns the choice between front and back, and shows what is chosen. */
        Component views() {
            var row = Ui.div("chips");
            row.getElement().setAttribute("role", "group");
            row.getElement().setAttribute("aria-label", "Show of the body chart");
            for (var view : List.of(Shown.BACK, Shown.FRONT)) {
                var chip = new Button(view.word, e -> show(view));
                chip.addThemeName("tertiary");
                chip.addThemeName("small");
                chip.addClassName("chip");
                views.put(view, chip);
                row.add(chip);
            }
            show(shown);
            return row;
        }

        private void show(Shown view) {
            shown = view;
            views.forEach(
                    (other, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(other == view)));
            draw();
            // on a phone the drawing is wider than the screen: its middle, the spine, is shown first
            svg.getElement().executeJs("""
                    requestAnimationFrame(() => { this.scrollLeft = (this.scrollWidth - this.clientWidth) / 2; });""");
        }

        void draw() {
            var codes = JsonNodeFactory.instance.arrayNode();
            marked.forEach(region -> codes.add(region.code()));
            var said = marked.isEmpty()
                    ? "Body chart, " + shown.said + ", nothing marked"
                    : "Body chart, " + shown.said + ". Marked: "
                            + marked.stream().map(BodyRegion::label).collect(Collectors.joining("; "));
            svg.getElement().executeJs("""
                    const marked = new Set($0);
                    this.querySelectorAll('.bc-region').forEach(r => r.classList.toggle('p2', marked.has(r.dataset.region)));
                    const svg = this.querySelector('svg');
                    svg?.setAttribute('aria-label', $1);
                    svg?.setAttribute('viewBox', $2);""", codes, said, shown.part);
        }
    }
}

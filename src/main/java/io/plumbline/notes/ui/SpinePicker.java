package io.plumbline.notes.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SpineSegment;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** The spine, drawn from behind: a click chooses a segment, and on its left or right also the side. */
class SpinePicker extends Composite<Div> {
    private static final String PLACE = "event.target.dataset.place || ''";

    private final Svg drawing = new Svg(SpineDrawing.svg());
    private List<SegmentRow> marked = List.of();

    SpinePicker(Consumer<SegmentRow> chosen) {
        drawing.getElement()
                .addEventListener("click", e -> {
                    var place = e.getEventData().get(PLACE).asString();
                    SpineDrawing.Place.find(place).ifPresent(found -> chosen.accept(found.row()));
                })
                .addEventData(PLACE);
        getContent().add(drawing);
    }

    /** Shows which segments are examined and which are adjusted. */
    void mark(List<SegmentRow> rows) {
        marked = List.copyOf(rows);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        draw();
    }

    private void draw() {
        var places = JsonNodeFactory.instance.objectNode();
        for (var row : marked) {
            places(row).forEach(place -> places.put(place.name(), row.isAdjusted() ? "adjusted" : "examined"));
        }
        var said = marked.isEmpty()
                ? "Spine, nothing marked"
                : "Spine. " + marked.stream().map(SegmentRow::words).collect(Collectors.joining("; "));
        drawing.getElement().executeJs("""
                this.querySelectorAll('[data-place]').forEach(part => {
                    part.classList.toggle('adjusted', $0[part.dataset.place] === 'adjusted');
                    part.classList.toggle('examined', $0[part.dataset.place] === 'examined');
                });
                this.querySelector('svg')?.setAttribute('aria-label', $1);""", places, said);
    }

    private static Set<SpineDrawing.Place> places(SegmentRow row) {
        var both = Set.of(
                new SpineDrawing.Place(row.segment(), BodySide.LEFT),
                new SpineDrawing.Place(row.segment(), BodySide.RIGHT));
        if (row.side() == BodySide.BILATERAL || row.segment() == SpineSegment.SACROILIAC && row.side() == null) {
            return both;
        }
        var isBody = row.side() == null || row.side() == BodySide.MIDLINE;
        return Set.of(new SpineDrawing.Place(row.segment(), isBody ? null : row.side()));
    }
}

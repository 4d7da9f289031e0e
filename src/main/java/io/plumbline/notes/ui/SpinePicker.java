package io.plumbline.notes.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SpineSegment;
import java.util.Comparator;
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
        // adjusted ones last, since one place may have two rows
        marked.stream().sorted(Comparator.comparing(SegmentRow::isAdjusted)).forEach(row -> places(row)
                .forEach(place -> places.put(place.name(), row.isAdjusted() ? "adjusted" : "examined")));
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

    /** Returns the drawn places of a row: the occiput and the sacrum have no sides, joint and pelvis nothing between. */
    private static Set<SpineDrawing.Place> places(SegmentRow row) {
        var segment = row.segment();
        var body = new SpineDrawing.Place(segment, null);
        if (segment == SpineSegment.OCCIPUT || segment == SpineSegment.SACRUM) {
            return Set.of(body);
        }
        if (row.side() == BodySide.LEFT || row.side() == BodySide.RIGHT) {
            return Set.of(new SpineDrawing.Place(segment, row.side()));
        }
        var hasBody = segment != SpineSegment.SACROILIAC && segment != SpineSegment.PELVIS;
        return row.side() != BodySide.BILATERAL && hasBody
                ? Set.of(body)
                : Set.of(
                        new SpineDrawing.Place(segment, BodySide.LEFT),
                        new SpineDrawing.Place(segment, BodySide.RIGHT));
    }
}

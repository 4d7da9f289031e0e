package io.plumbline.notes.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentFinding;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SpineSegment;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one segment of the spine. */
class SegmentFieldsRow extends Composite<Div> {
    private final SpineSegment segment;
    private final RadioButtonGroup<BodySide> side = new RadioButtonGroup<>("Side");
    private final CheckboxGroup<SegmentFinding> findings = new CheckboxGroup<>("P.A.R.T.");
    private final TextField listing = new TextField("Listing");
    private final Select<AdjustmentTechnique> technique = new Select<>();
    private final Select<Response> response = new Select<>();

    SegmentFieldsRow(SegmentRow row, Runnable changed, Consumer<SegmentFieldsRow> remover) {
        segment = row.segment();
        side.addClassNames("choices", "seg-words");
        side.setItems(BodySide.values());
        side.setRenderer(new ComponentRenderer<>(one -> byLetter(one.label())));
        findings.addClassName("picks");
        findings.setItems(SegmentFinding.values());
        findings.setRenderer(new ComponentRenderer<>(one -> byLetter(one.label())));
        listing.setMaxLength(20);
        listing.setValueChangeMode(ValueChangeMode.LAZY);
        technique.setLabel("Technique");
        technique.setEmptySelectionAllowed(true);
        technique.setEmptySelectionCaption("Not adjusted");
        technique.setItems(AdjustmentTechnique.values());
        technique.setItemLabelGenerator(one -> one == null ? "Not adjusted" : one.label());
        response.setLabel("Response");
        response.setEmptySelectionAllowed(true);
        response.setItems(Response.values());
        response.setItemLabelGenerator(one -> one == null ? "" : one.label());
        show(row);
        Stream.<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>>of(
                        side, findings, listing, technique, response)
                .forEach(field -> field.addValueChangeListener(e -> changed.run()));
        var remove = Ui.iconButton("Remove " + segment.label(), Icon.CROSS);
        remove.addClickListener(e -> remover.accept(this));
        getContent().addClassNames("note-row", "segment-row");
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", segment.label());
        getContent()
                .add(
                        Ui.text("strong", segment.label()),
                        Ui.div("doses", side, findings, listing, technique, response),
                        remove);
    }

    /** Shows the first letter of a word, as it is typed; where there is room, and for screen readers, the whole word. */
    private static Span byLetter(String word) {
        var shown = Ui.span("", Ui.text("", word.substring(0, 1)), Ui.text("word-rest", word.substring(1)));
        shown.setTitle(word);
        return shown;
    }

    private void show(SegmentRow row) {
        side.setValue(row.side());
        findings.setValue(row.findings());
        listing.setValue(row.listing());
        technique.setValue(row.technique());
        response.setValue(row.response());
    }

    SpineSegment segment() {
        return segment;
    }

    void focus() {
        listing.focus();
    }

    /** Returns whether a new row is about this one: the same segment, and no other side, listing and technique. */
    boolean takes(SegmentRow row) {
        return segment == row.segment()
                && isSameOrOpen(side.getValue(), row.side())
                && isSameOrOpen(technique.getValue(), row.technique())
                && (row.listing().isEmpty()
                        || listing.isEmpty()
                        || row.listing().equals(listing.getValue()));
    }

    private static boolean isSameOrOpen(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one == other;
    }

    /** Adds what a new row says; keeps what it is silent about. */
    void add(SegmentRow row) {
        var found = new TreeSet<>(findings.getValue());
        found.addAll(row.findings());
        show(new SegmentRow(
                segment,
                row.side() == null ? side.getValue() : row.side(),
                found,
                row.listing().isEmpty() ? listing.getValue() : row.listing(),
                row.technique() == null ? technique.getValue() : row.technique(),
                row.response() == null ? response.getValue() : row.response()));
    }

    SegmentRow read() {
        return new SegmentRow(
                segment,
                side.getValue(),
                findings.getValue(),
                listing.getValue(),
                technique.getValue(),
                response.getValue());
    }
}

package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.sessions.SegmentEntry;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TypedSegment;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of the spine that a chiropractor examined or adjusted: chosen on the drawing or typed, one row each, from
 * the occiput down.
 */
class SegmentFields extends Composite<Div> {
    private final SpinePicker spine = new SpinePicker(this::choose);
    private final TextField typed = new TextField("Add segments");
    private final SegmentChoices choices = new SegmentChoices(this::decide);
    private final Div list = new Div();
    private final Div beside;
    private final List<SegmentFieldsRow> rows = new ArrayList<>();
    private final Runnable changed;

    SegmentFields(Runnable changed) {
        this.changed = changed;
        typed.setHelperText(
                "L5 L PRS HVLA, SI R P.R DROP: segment, side, listing, findings with dots or all of PART, technique.");
        typed.setPlaceholder("Add segments");
        typed.addClassName("label-hidden");
        typed.setMaxLength(300);
        typed.setWidthFull();
        // known to the portal while it is typed, so that nothing is lost; taken on Enter, on leaving and on signing
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addValueChangeListener(e -> {
            choices.leave(typed.getValue());
            changed.run();
        });
        typed.addKeyPressListener(Key.ENTER, e -> {
            take();
            choices.focus();
        });
        typed.addBlurListener(e -> take());
        list.addClassName("stack-2");
        getContent().addClassName("spine-parts");
        beside = Ui.div("stack-2", typed, choices, list);
        getContent().add(spine, beside);
    }

    /** Adds the findings in words beside the spine, below the segments. */
    SegmentFields with(Component findings) {
        beside.add(findings);
        return this;
    }

    /** Shows whether the segments are as they were carried forward. */
    void showCarried(boolean isCarried) {
        list.setClassName("carried", isCarried);
    }

    void show(List<SegmentRow> recorded) {
        if (!recorded.equals(read())) {
            rows.clear();
            recorded.forEach(row -> rows.add(fieldsOf(row)));
            draw();
        }
    }

    List<SegmentRow> read() {
        return rows.stream().map(SegmentFieldsRow::read).toList();
    }

    /** Takes what is typed as segments; asks what is unclear, says what is not understood, and leaves both in the field. */
    void take() {
        if (typed.isEmpty()) {
            typed.setInvalid(false);
            return;
        }
        try {
            var read = SegmentEntry.read(typed.getValue());
            requireRoomFor(read.size());
            read.stream().filter(TypedSegment::isClear).map(TypedSegment::row).forEach(this::put);
            ask(read.stream().filter(one -> !one.isClear()).toList());
        } catch (Refused notUnderstood) {
            typed.setErrorMessage(notUnderstood.sentence());
            typed.setInvalid(true);
        }
        draw();
        changed.run();
    }

    /** Leaves in the field what is unclear, beside the choices of what it means. */
    private void ask(List<TypedSegment> unclear) {
        choices.ask(unclear);
        typed.setValue(SegmentChoices.words(unclear));
        typed.setErrorMessage("Choose below what is meant");
        typed.setInvalid(!unclear.isEmpty());
    }

    private void decide(TypedSegment asked, SegmentRow meant) {
        put(meant);
        ask(choices.others(asked));
        draw();
        if (typed.isEmpty()) {
            typed.focus();
        } else {
            choices.focus();
        }
        changed.run();
    }

    private void requireRoomFor(int more) {
        if (rows.size() + more > SessionDetails.MOST_ROWS) {
            throw new Refused("At most " + SessionDetails.MOST_ROWS + " segments");
        }
    }

    /** Adds a segment; a known one that it does not contradict gets what was typed. */
    private void put(SegmentRow row) {
        rows.stream()
                .filter(known -> known.takes(row))
                .findFirst()
                .ifPresentOrElse(known -> known.add(row), () -> rows.add(fieldsOf(row)));
    }

    /** Takes a segment from the drawing: a new one is added, a known one gets the focus. */
    private void choose(SegmentRow row) {
        var known = rows.stream().filter(one -> one.takes(row)).findFirst();
        if (known.isPresent()) {
            known.get().add(row);
            known.get().focus();
        } else if (rows.size() < SessionDetails.MOST_ROWS) {
            rows.add(fieldsOf(row));
        }
        draw();
        changed.run();
    }

    private SegmentFieldsRow fieldsOf(SegmentRow row) {
        return new SegmentFieldsRow(row, this::markAndTell, this::remove);
    }

    private void markAndTell() {
        mark();
        changed.run();
    }

    private void remove(SegmentFieldsRow row) {
        rows.remove(row);
        draw();
        typed.focus();
        changed.run();
    }

    private void draw() {
        rows.sort(Comparator.comparing(SegmentFieldsRow::segment));
        list.removeAll();
        rows.forEach(list::add);
        mark();
    }

    private void mark() {
        spine.mark(read());
    }

    void markWith(RequiredFields marks) {
        marks.of("the side of", typed, () -> read().stream().anyMatch(row -> row.side() == null));
        marks.of("one row for", typed, () -> !read().stream()
                .map(SegmentRow::label)
                .allMatch(new HashSet<>()::add));
    }

    /** Returns in words what was typed and not taken yet; null if nothing is. */
    @Nullable
    String wrong() {
        return typed.isEmpty() ? null : "segments: “" + typed.getValue() + "”";
    }

    void focusWrong() {
        typed.focus();
    }
}

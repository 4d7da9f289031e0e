package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.TypedSegment;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Asks of typed segments whether two letters are a listing or findings: {@code PR} is both. */
class SegmentChoices extends Composite<Div> {
    private final BiConsumer<TypedSegment, SegmentRow> decide;
    private final List<Button> buttons = new ArrayList<>();
    private List<TypedSegment> asked = List.of();

    SegmentChoices(BiConsumer<TypedSegment, SegmentRow> decide) {
        this.decide = decide;
        getContent().addClassName("stack-2");
        getContent().setVisible(false);
    }

    /** Asks of these segments; of none, nothing is shown. */
    void ask(List<TypedSegment> unclear) {
        // leaving the field takes it again: the button that is about to be clicked must stay
        if (unclear.equals(asked)) {
            return;
        }
        asked = List.copyOf(unclear);
        buttons.clear();
        getContent().removeAll();
        asked.forEach(one -> getContent().add(row(one)));
        getContent().setVisible(!asked.isEmpty());
    }

    /** Asks no more once the field has other words. */
    void leave(String typed) {
        if (!typed.equals(words(asked))) {
            ask(List.of());
        }
    }

    List<TypedSegment> others(TypedSegment decided) {
        return asked.stream().filter(one -> !one.equals(decided)).toList();
    }

    void focus() {
        buttons.stream().findFirst().ifPresent(Button::focus);
    }

    /** Returns the segments as they were typed. */
    static String words(List<TypedSegment> segments) {
        return segments.stream().map(TypedSegment::typed).collect(Collectors.joining(", "));
    }

    private Div row(TypedSegment one) {
        var question = one.row().label() + ": " + one.unclear() + " is";
        var letters = one.unclear().charAt(0) + ", " + one.unclear().charAt(1);
        var row = Ui.div(
                "cluster",
                Ui.text("", question),
                choice("Listing " + one.unclear(), one, one.asListing()),
                choice("Findings " + letters, one, one.asFindings()));
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", question);
        return row;
    }

    private Button choice(String words, TypedSegment one, SegmentRow meant) {
        var button = new Button(words, e -> decide.accept(one, meant));
        buttons.add(button);
        return button;
    }
}

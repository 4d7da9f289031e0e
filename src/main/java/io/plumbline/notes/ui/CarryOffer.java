package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NotePart;
import io.plumbline.notes.templates.TemplateMarks;
import io.plumbline.notes.ui.fill.FieldNames;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a note may take over from the last note, apart from the fields until the author accepts it; and what in
 * it is as it was carried forward, or as a template filled it in.
 */
class CarryOffer extends Composite<Div> {
    private final Supplier<@Nullable CarryForward> carry;
    private final NotePart part;
    private final NoteWords words;
    private final Span offered = Ui.text("grow", "");
    private final Span taken = Ui.text("small muted", "");
    private final Span templated = Ui.text("small muted", "");
    private final Button accept = new Button("Carry forward");

    /**
     * @param carry returns what may be carried now; null if there is no last note
     * @param section within which Alt+F accepts it
     * @param accepted carries the part forward
     */
    CarryOffer(
            Supplier<@Nullable CarryForward> carry,
            NotePart part,
            NoteWords words,
            Component section,
            Runnable accepted) {
        this.carry = carry;
        this.part = part;
        this.words = words;
        accept.addClickListener(e -> {
            accepted.run();
            getContent().getElement().callJsFunction("focus");
        });
        accept.getElement().setAttribute("aria-keyshortcuts", "Alt+F");
        Keys.named(accept, "Alt F", "Carry forward this section");
        if (carry.get() != null) {
            // not as a click shortcut, since the button's own click moves the focus and a key must not
            Shortcuts.addShortcutListener(section, accepted::run, Key.KEY_F, KeyModifier.ALT)
                    .listenOn(section);
        }
        getContent().addClassName("carry");
        getContent().getElement().setAttribute("tabindex", "-1");
        getContent().add(Ui.div("line", offered, accept), taken, templated);
    }

    /** Shows what can still be carried into the draft, and what in it is as it was carried or filled in. */
    void show(NoteDraft draft) {
        var last = carry.get();
        var open = last == null ? List.<String>of() : last.openIn(draft, part);
        var unchanged = CarryForward.unchangedIn(draft).stream()
                .filter(part.fields()::contains)
                .toList();
        var filled = new TreeMap<>(TemplateMarks.unchangedIn(draft));
        filled.keySet().retainAll(part.fields());
        offered.setText(last == null ? "" : lastTime(last, open));
        offered.setVisible(!open.isEmpty());
        accept.setVisible(!open.isEmpty());
        var carried = draft.details().carried();
        taken.setText(
                carried == null
                        ? ""
                        : "Carried forward from " + Dates.day(carried.treatedOn()) + ": "
                                + FieldNames.names(unchanged));
        taken.setVisible(!unchanged.isEmpty());
        templated.setText("From a template: " + FieldNames.templated(filled));
        templated.setVisible(!filled.isEmpty());
        getContent().getClassNames().set("open", !open.isEmpty());
        setVisible(!open.isEmpty() || !unchanged.isEmpty() || !filled.isEmpty());
    }

    private String lastTime(CarryForward last, List<String> open) {
        return "Last time, " + Dates.day(last.treatedOn()) + ": "
                + open.stream()
                        .map(field -> words.carried(field, last.content()))
                        .collect(Collectors.joining(" · "));
    }
}

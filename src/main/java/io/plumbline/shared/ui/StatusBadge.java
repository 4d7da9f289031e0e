package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A status as icon and word; the color only repeats it. */
public final class StatusBadge extends Span {
    public enum Tone {
        DANGER,
        WARN,
        OK,
        INFO,
        CLINICAL,
        NEUTRAL
    }

    public StatusBadge(Tone tone, Icon icon, String text) {
        addClassNames("badge", "tone-" + tone.name().toLowerCase());
        add(icon.create(), new Span(text));
    }

    public static StatusBadge danger(String t) {
        return new StatusBadge(Tone.DANGER, Icon.ALERT, t);
    }

    public static StatusBadge warn(String t) {
        return new StatusBadge(Tone.WARN, Icon.CLOCK, t);
    }

    public static StatusBadge ok(String t) {
        return new StatusBadge(Tone.OK, Icon.DONE, t);
    }

    public static StatusBadge info(String t) {
        return new StatusBadge(Tone.INFO, Icon.INFO, t);
    }

    public static StatusBadge clinical(String t) {
        return new StatusBadge(Tone.CLINICAL, Icon.CLINICAL, t);
    }

    public static StatusBadge neutral(String t) {
        return new StatusBadge(Tone.NEUTRAL, Icon.PAUSE, t);
    }
}

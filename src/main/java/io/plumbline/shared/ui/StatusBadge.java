package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * A status as icon and word; the color only repeats it. The style sheet draws the icon, so that a badge in the template
 * of a list has it too.
 */
public final class StatusBadge extends Span {
    /** What a status asks of the reader: each has its color and its icon. */
    public enum Tone {
        /** Now. */
        DANGER(Icon.ALERT),
        /** Soon. */
        WARN(Icon.CLOCK),
        /** Done. */
        OK(Icon.DONE),
        /** A fact. */
        INFO(Icon.INFO),
        /** A clinician decides. */
        CLINICAL(Icon.CLINICAL),
        /** Waits. */
        NEUTRAL(Icon.PAUSE);

        private final Icon icon;

        Tone(Icon icon) {
            this.icon = icon;
        }

        /** Returns the icon of a badge that has none of its own. */
        public Icon icon() {
            return icon;
        }

        /** Returns the class in the style sheet. */
        public String cssClass() {
            return "tone-" + word();
        }

        /** Returns the word in the class, for the templates of lists. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private StatusBadge(Tone tone, String text) {
        addClassNames("badge", tone.cssClass());
        add(new Span(text));
    }

    /**
     * Creates a badge with an icon of its own.
     *
     * @param icon one for which the style sheet has a class {@code with-…}
     */
    public StatusBadge(Tone tone, Icon icon, String text) {
        this(tone, text);
        if (icon != tone.icon()) {
            addClassName(icon.cssClass());
        }
    }

    public static StatusBadge danger(String text) {
        return new StatusBadge(Tone.DANGER, text);
    }

    public static StatusBadge warn(String text) {
        return new StatusBadge(Tone.WARN, text);
    }

    public static StatusBadge ok(String text) {
        return new StatusBadge(Tone.OK, text);
    }

    public static StatusBadge info(String text) {
        return new StatusBadge(Tone.INFO, text);
    }

    public static StatusBadge clinical(String text) {
        return new StatusBadge(Tone.CLINICAL, text);
    }

    /** Creates the badge of a clinical hold: a chiropractor has to clear the person first. It looks the same everywhere. */
    public static StatusBadge hold(String text) {
        return clinical(text);
    }

    public static StatusBadge neutral(String text) {
        return new StatusBadge(Tone.NEUTRAL, text);
    }
}

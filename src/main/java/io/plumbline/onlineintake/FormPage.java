package io.plumbline.onlineintake;

import java.util.Arrays;
import java.util.Optional;

/** The pages of the form, in order. */
public enum FormPage {
    COMPLAINT,
    PAIN,
    REGIONS,
    /** The quality and intensity of each chosen region; left out if none is chosen. */
    REGION_DETAILS,
    LIMITATIONS,
    HISTORY,
    DAILY_LIFE,
    SAFETY,
    /** The consents that the clinic asks for; left out if there are none. */
    CONSENTS,
    /** The last page, from which the form is submitted. */
    CHECK;

    /** Returns the page with a name; empty if there is none. */
    public static Optional<FormPage> named(String name) {
        return Arrays.stream(values()).filter(page -> page.name().equals(name)).findFirst();
    }

    /** Returns the page that follows; the last page follows itself. */
    public FormPage next(OpenForm form) {
        return step(1, form);
    }

    /** Returns the page before; the first page is before itself. */
    public FormPage previous(OpenForm form) {
        return step(-1, form);
    }

    private FormPage step(int step, OpenForm form) {
        var to = ordinal() + step;
        if (to < 0 || to >= values().length) {
            return this;
        }
        return values()[to].isIn(form) ? values()[to] : values()[to].step(step, form);
    }

    /** Returns whether a form has this page. */
    public boolean isIn(OpenForm form) {
        return switch (this) {
            case REGION_DETAILS -> !form.answers().values(FormFields.REGION).isEmpty();
            case CONSENTS -> !form.consents().isEmpty();
            default -> true;
        };
    }
}

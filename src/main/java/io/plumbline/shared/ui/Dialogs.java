package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.BooleanSupplier;

/** Sets up every dialog alike: one of three widths, the first field focused, the action last, nothing typed is lost. */
public final class Dialogs {
    private static final String DESTRUCTIVE = "destructive";

    /** Leaves the focus alone where the dialog has set it itself; of radio buttons the chosen one takes it. */
    private static final String FOCUS_FIRST = """
            setTimeout(() => {
              if (this.contains(document.activeElement)) return;
              const fields = [...this.querySelectorAll('input, textarea, vaadin-select-value-button')];
              const first = fields.find((field) => field.checkVisibility() && !field.disabled && !field.readOnly);
              (first?.closest('vaadin-radio-group')?.querySelector('[checked] input') ?? first)?.focus();
            }, 50);""";

    private Dialogs() {}

    /** How wide a dialog is, in pixels; never wider than the window. */
    public enum Width {
        /** A few words or one field. */
        SMALL(400),
        /** A form. */
        MEDIUM(520),
        /** Two columns, or a list. */
        LARGE(720);

        private final int pixels;

        Width(int pixels) {
            this.pixels = pixels;
        }
    }

    /**
     * Sets up a dialog that asks for input; closing it asks again if something was typed.
     *
     * @param isTyped whether closing would lose input
     * @param action the button that does what the dialog is for; filled unless it is destructive
     */
    public static void ask(
            Dialog dialog, Width width, String title, BooleanSupplier isTyped, Button action, Component... body) {
        ask(dialog, width, title, isTyped, "Cancel", action, body);
    }

    /**
     * Sets up a dialog that asks for input, with other words than <em>Cancel</em>.
     *
     * @param keep the words of the button that closes it without the action
     */
    public static void ask(
            Dialog dialog,
            Width width,
            String title,
            BooleanSupplier isTyped,
            String keep,
            Button action,
            Component... body) {
        if (!action.hasClassName(DESTRUCTIVE)) {
            action.addThemeVariants(ButtonVariant.PRIMARY);
        }
        dialog.setCloseOnOutsideClick(false);
        dialog.getFooter().add(new Button(keep, e -> Leaving.close(dialog, isTyped)), action);
        Leaving.guard(dialog, isTyped);
        setUp(dialog, width, title, body);
    }

    /** Begins a dialog that asks for input and saves it. */
    public static FormDialog form(String title) {
        return new FormDialog(title);
    }

    /** Sets up a dialog that only shows something; returns the button that closes it. */
    public static Button show(Dialog dialog, Width width, String title, Component... body) {
        var close = new Button("Close", e -> dialog.close());
        dialog.getFooter().add(close);
        setUp(dialog, width, title, body);
        return close;
    }

    /** Marks the action of a dialog that takes something away: in the tone of danger, and not filled. */
    public static Button destructive(Button action) {
        action.removeThemeVariants(ButtonVariant.PRIMARY);
        action.addClassName(DESTRUCTIVE);
        return action;
    }

    private static void setUp(Dialog dialog, Width width, String title, Component... body) {
        dialog.setHeaderTitle(title);
        dialog.setWidth("min(%spx, 96vw)".formatted(width.pixels));
        var content = Ui.div("stack-3 dialog-body", body);
        dialog.add(content);
        dialog.addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                content.getElement().executeJs(FOCUS_FIRST);
            }
        });
    }
}

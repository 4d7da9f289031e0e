package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import io.plumbline.shared.ui.cover.Cover;

/**
 * A message in one sentence at the lower edge of the screen: what was done, or why it was not. It stays for ten
 * seconds, as long as an action can be undone from it.
 */
public final class Toast {
    private static final int SHOWN_MS = 10_000;
    private static final String LAST = Toast.class.getName();

    private Toast() {}

    /** Says that an action was done. */
    public static void done(String sentence) {
        open(toast(StatusBadge.Tone.OK, Icon.DONE, sentence));
    }

    /** Says why an action was refused, or what a colleague changed first; screen readers say it at once. */
    public static void warn(String sentence) {
        var toast = toast(StatusBadge.Tone.WARN, Icon.ALERT, sentence);
        toast.setAssertive(true);
        open(toast);
    }

    /**
     * Says that an action was done, with a button that undoes it.
     *
     * @param what the action, for the name of the button
     * @param undo undoes the action and shows the result; it says itself why it could not
     */
    public static void undoable(String sentence, String what, Runnable undo) {
        var toast = new Notification();
        // stays where the store cannot be reached, to try again
        var button = Ui.once("Undo", () -> {
            undo.run();
            toast.close();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel("Undo: " + what);
        Keys.on(button, "u", "Undo");
        fill(toast, StatusBadge.Tone.OK, Icon.DONE, sentence, button);
        closeLast();
        ComponentUtil.setData(UI.getCurrentOrThrow(), LAST, toast);
        open(toast);
    }

    /** What ends in the background while the screen is locked says nothing over it. */
    private static void open(Notification toast) {
        if (!Cover.isOn(UI.getCurrentOrThrow())) {
            toast.open();
        }
    }

    /** Closes the message about the action before: only the last action can be undone, and the key must mean it. */
    private static void closeLast() {
        if (ComponentUtil.getData(UI.getCurrentOrThrow(), LAST) instanceof Notification last) {
            last.close();
        }
    }

    private static Notification toast(StatusBadge.Tone tone, Icon icon, String sentence) {
        var toast = new Notification();
        fill(toast, tone, icon, sentence);
        return toast;
    }

    private static void fill(
            Notification toast, StatusBadge.Tone tone, Icon icon, String sentence, Component... actions) {
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.setDuration(SHOWN_MS);
        var close = Ui.iconButton("Close message", Icon.CROSS);
        close.addClickListener(e -> toast.close());
        var line = Ui.div("line toast " + tone.cssClass(), icon.create(), Ui.text("grow", sentence));
        line.add(actions);
        line.add(close);
        toast.add(line);
    }
}

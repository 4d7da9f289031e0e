package io.plumbline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import java.io.Serializable;

/** The next version of a text that is published in versions: the head of its editor, and how it is published or discarded. */
public final class DraftVersion implements Serializable {
    private final int newest;
    private final Autosave<?> autosave;
    private final Div messages;

    /**
     * Creates the version.
     *
     * @param newest the number of the newest published version; 0 if there is none
     * @param messages where to say why it was not published or discarded
     */
    public DraftVersion(int newest, Autosave<?> autosave, Div messages) {
        this.newest = newest;
        this.autosave = autosave;
        this.messages = messages;
    }

    /** Returns the number that it gets. */
    public int number() {
        return newest + 1;
    }

    /**
     * Returns the head of the editor.
     *
     * @param published when readers see the version, after its number
     */
    public Div head(String title, String published, Runnable publish, Runnable askToDiscard) {
        var button = Ui.once("Publish version " + number(), publish);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return Ui.div(
                "page-head",
                Ui.div(
                        "stack-0",
                        Ui.title(title),
                        Ui.text("muted", "Draft of version " + number() + " · " + published)),
                Ui.div("cluster", autosave, new Button("Discard…", e -> askToDiscard.run()), button));
    }

    /**
     * Publishes it; if a colleague changed it in the meantime, shows their changes and publishes nothing.
     *
     * @param what what it is called in a sentence, for example <em>form</em>
     */
    public void publish(String what, Runnable publish) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    autosave.refresh();
                    messages.add(Ui.alert(
                            "A colleague changed this " + what + " just now. Review it before you publish it."));
                })
                .run(publish);
    }

    /**
     * Asks whether to discard it.
     *
     * @param ifFirst what is lost if nothing was published yet
     */
    public void askToDiscard(String ifFirst, Runnable discard) {
        var ask = new ConfirmDialog();
        ask.setHeader("Discard the draft?");
        ask.setText(newest == 0 ? ifFirst : "What you typed is removed. Version " + newest + " stays as it is.");
        ask.setCancelable(true);
        ask.setConfirmText("Discard");
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(
                e -> Attempt.showing(messages).ifChanged(autosave::refresh).run(discard));
        ask.open();
    }
}

package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.versions.VersionedText;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The head of a page on which the next version of a text is written: it saves the fields below it while somebody types,
 * publishes them as a version, or discards them.
 */
public final class VersionEditor<C extends Record> extends Composite<Div> {
    private final VersionedText<C> text;
    private final Fields<C> fields;
    private final Words words;
    private final Autosave<C> autosave;
    private final Div messages = new Div();
    private boolean isShowing;

    /** The fields of a text, and where it is stored. */
    public interface Fields<C extends Record> extends Autosave.Store<C> {
        /** Returns what is typed. */
        C read();

        /** Shows a draft. */
        void show(C content);

        /** Moves the focus to what has invalid input. */
        default void focusWrong() {}

        /** Marks what is missing before it can be published. */
        void refuseIncomplete(FormErrors errors);

        /** Publishes what is saved as a version; returns the rest of the sentence that begins with the version. */
        String publish(long revision);

        /** Discards the draft. */
        void discard(long revision);
    }

    /**
     * What the head says of a text, and where its pages are.
     *
     * @param what what it is called in a sentence, for example <em>form</em>
     * @param readers when readers see the version
     * @param ifFirst what is lost with a draft if nothing was published yet
     * @param address of the text
     * @param removed the address after the draft of a first version was discarded
     */
    public record Words(String what, String title, String readers, String ifFirst, String address, String removed) {}

    /** @param text with a draft */
    public VersionEditor(VersionedText<C> text, Fields<C> fields, Words words, Clock clock, ZoneId zone) {
        this.text = text;
        this.fields = fields;
        this.words = words;
        var draft = Objects.requireNonNull(text.draft());
        autosave = new Autosave<>(
                fields,
                new Autosave.Kept<>(text.revision(), draft, "A colleague"),
                fields::read,
                this::show,
                clock,
                zone);
        var publish = Ui.primary(Ui.once("Publish version " + number(), this::publish));
        getContent().addClassName("stays");
        getContent()
                .add(
                        Ui.div(
                                "page-head",
                                Ui.div(
                                        "stack-0",
                                        Ui.title(words.title()),
                                        Ui.text("muted", "Draft of version " + number() + " · " + words.readers())),
                                Ui.div("cluster", autosave, new Button("Discard…", e -> askToDiscard()), publish)),
                        autosave.messages(),
                        messages);
    }

    /** Fills a page with this head, and with the parts below it in which the draft is shown. */
    public void fill(Div page, Component... parts) {
        page.add(this);
        page.add(parts);
        show(Objects.requireNonNull(text.draft()));
    }

    private int number() {
        return text.newest() + 1;
    }

    private void show(C content) {
        isShowing = true;
        fields.show(content);
        isShowing = false;
    }

    /** Returns whether the fields are being filled with a stored draft, which nobody types. */
    public boolean isShowing() {
        return isShowing;
    }

    /** Saves what is typed; returns whether all of it is stored. */
    public boolean save() {
        return autosave.save();
    }

    private void publish() {
        messages.removeAll();
        if (!save()) {
            fields.focusWrong();
            return;
        }
        var errors = new FormErrors(messages);
        fields.refuseIncomplete(errors);
        if (errors.areNone()) {
            Attempt.showing(messages).ifChanged(this::showChanges).run(() -> {
                var published = fields.publish(autosave.version());
                Ui.navigate(words.address());
                Toast.done("Version " + number() + " of " + published);
            });
        }
    }

    private void showChanges() {
        autosave.refresh();
        messages.add(
                Ui.alert("A colleague changed this " + words.what() + " just now. Review it before you publish it."));
    }

    private void askToDiscard() {
        var ask = new ConfirmDialog();
        ask.setHeader("Discard the draft?");
        ask.setText(
                text.isPublished()
                        ? "What you typed is removed. Version " + text.newest() + " stays as it is."
                        : words.ifFirst());
        ask.setCancelable(true);
        ask.setConfirmText("Discard");
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(
                e -> Attempt.showing(messages).ifChanged(autosave::refresh).run(() -> {
                    fields.discard(autosave.version());
                    Ui.navigate(text.isPublished() ? words.address() : words.removed());
                }));
        ask.open();
    }
}

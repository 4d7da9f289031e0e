package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.versions.VersionedText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be done on the page of a text that is published in versions, and what it says where a colleague was quicker. */
public final class VersionedPage<T extends VersionedText<?>> {
    private final String what;
    private final UnaryOperator<T> reopen;
    private final Consumer<T> show;
    private final Div messages = new Div();

    /**
     * @param what what the text is called in a sentence, for example <em>form</em>
     * @param reopen reads what the text says now
     * @param show fills the page
     */
    public VersionedPage(String what, UnaryOperator<T> reopen, Consumer<T> show) {
        this.what = what;
        this.reopen = reopen;
        this.show = show;
    }

    /** Creates the box of the page with its head, and below it room to say why something was refused. */
    public Div box(String width, String title, Component state, List<Component> actions) {
        return Ui.div(
                "page " + width,
                Ui.div(
                        "page-head",
                        Ui.div("cluster", Ui.title(title), state),
                        Ui.div("cluster", actions.toArray(Component[]::new))),
                messages);
    }

    /** Creates the badge of a text that is offered. */
    public static StatusBadge state(VersionedText<?> text, String beforeTheFirst) {
        return text.isPublished() ? StatusBadge.ok("Version " + text.newest()) : StatusBadge.neutral(beforeTheFirst);
    }

    /** Creates the button that goes to the draft, and begins one if there is none. */
    public Button edit(T seen, String words, Runnable begin, String address) {
        var edit = Ui.once(
                seen.draft() == null ? words : "Continue the draft",
                () -> attempt(seen, () -> {
                    if (seen.draft() == null) {
                        begin.run();
                    }
                    Ui.navigate(address);
                }));
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        return edit;
    }

    /** Creates a button that changes the text and shows what it says then. */
    public Button change(T seen, String words, Runnable change) {
        return Ui.once(
                words,
                () -> attempt(seen, () -> {
                    change.run();
                    showNow(seen);
                }));
    }

    /** Does something with the text; if a colleague changed it in the meantime, shows what it says now instead. */
    public void attempt(T seen, Runnable action) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    showNow(seen);
                    messages.add(Ui.alert(
                            "A colleague changed this " + what + " in the meantime. This is what it says now."));
                })
                .run(action);
    }

    /** Shows what the text says now. */
    public void showNow(T seen) {
        show.accept(reopen.apply(seen));
    }
}

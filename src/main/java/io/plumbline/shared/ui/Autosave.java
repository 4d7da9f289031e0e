package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.RecordVersions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps what is typed as a draft in the store, each change within two seconds, and says so: saved, saving, not saved.
 * Where somebody else was quicker it takes over what only they changed, keeps what only we changed, and asks where both
 * changed the same.
 */
public final class Autosave<D extends Record> extends Composite<Span> {
    /** Where drafts are kept. */
    public interface Store<D> {
        /** Saves a draft that follows a version; the version that it has then. */
        long save(long version, D draft);

        /** What the store has now. */
        Kept<D> latest();

        /** A field of a draft and its value in words. */
        String words(String field, D draft);
    }

    /** A draft in the store, its version and who wrote on it last. */
    public record Kept<D>(long version, D draft, String changedBy) {}

    private final Store<D> store;
    private final Supplier<D> typed;
    private final Consumer<D> show;
    private final Clock clock;
    private final ZoneId zone;
    private final Span said = new Span();
    private final Div messages = new Div();

    private Kept<D> base;
    private @Nullable Kept<D> other;
    private boolean isRefused;

    /**
     * @param typed reads what stands in the fields
     * @param show puts a draft into the fields
     */
    public Autosave(Store<D> store, Kept<D> base, Supplier<D> typed, Consumer<D> show, Clock clock, ZoneId zone) {
        this.store = store;
        this.base = base;
        this.typed = typed;
        this.show = show;
        this.clock = clock;
        this.zone = zone;
        said.setText("Saved");
        var saving = Ui.text("saving", "Saving…");
        var lost = Ui.text("unreachable", "Not saved yet: the portal cannot be reached. Keep this page open.");
        lost.getElement().setAttribute("role", "alert");
        getContent().addClassName("saved");
        getContent().add(Icon.CLOUD.create(), Ui.span("said", said), saving, lost);
        getElement().addEventListener("autosave-ask", e -> save());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.plumblineAutosave?.(this)");
    }

    /** Where it says what a colleague changed, and what could not be saved. */
    public Div messages() {
        return messages;
    }

    /** The version that the store has, as far as we know. */
    public long version() {
        return base.version();
    }

    /**
     * Saves what stands in the fields if it differs from what the store has.
     *
     * @return whether the store has now all that is typed
     */
    public boolean save() {
        if (other == null) {
            keep(typed.get());
        }
        answer();
        return other == null && !isRefused;
    }

    /** Ends what the browser shows while it waits. */
    private void answer() {
        getElement().executeJs("this.dataset.state = 'answered'; this.dataset.version = $0", String.valueOf(version()));
    }

    private void keep(D draft) {
        if (draft.equals(base.draft())) {
            clear();
            return;
        }
        try {
            base = new Kept<>(store.save(base.version(), draft), draft, base.changedBy());
            said.setText("Saved " + Dates.clock(clock.instant(), zone));
            clear();
        } catch (OptimisticLockingFailureException somebodyWasQuicker) {
            bringTogether(draft);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            refuse(String.valueOf(refused.getMessage()));
        } catch (DataAccessException | TransactionException storeIsAway) {
            refuse("The store cannot be reached. What you typed is still on this screen");
        }
    }

    private void bringTogether(D mine) {
        var theirs = store.latest();
        var changedByThem = RecordVersions.changedFields(base.draft(), theirs.draft());
        var changedByBoth = changedByThem.stream()
                .filter(RecordVersions.changedFields(base.draft(), mine)::contains)
                .filter(RecordVersions.changedFields(theirs.draft(), mine)::contains)
                .toList();
        var merged = RecordVersions.merged(base.draft(), theirs.draft(), mine);
        var what = theirs.changedBy() + " changed this meanwhile: " + words(changedByThem, theirs.draft()) + ".";
        show.accept(merged);
        if (changedByBoth.isEmpty()) {
            base = theirs;
            keep(merged);
            if (!changedByThem.isEmpty()) {
                tell(Ui.alert(what + " Both changes are kept."));
            }
            return;
        }
        other = theirs;
        said.setText("Not saved");
        var keepMine = new Button("Keep mine", e -> decide(theirs, typed.get()));
        keepMine.addThemeVariants(ButtonVariant.PRIMARY);
        var takeTheirs = new Button("Take theirs", e -> {
            show.accept(theirs.draft());
            decide(theirs, theirs.draft());
        });
        tell(Ui.div(
                "stack-2",
                Ui.alert(what + " What you typed is still here and not saved."),
                Ui.div("cluster", keepMine, takeTheirs)));
    }

    private void decide(Kept<D> theirs, D draft) {
        other = null;
        base = theirs;
        tell();
        keep(draft);
        answer();
    }

    private String words(List<String> fields, D draft) {
        return fields.stream().map(field -> store.words(field, draft)).collect(Collectors.joining("; "));
    }

    private void clear() {
        if (isRefused) {
            isRefused = false;
            tell();
        }
    }

    private void refuse(String reason) {
        isRefused = true;
        said.setText("Not saved");
        tell(Ui.alert(reason + ". It is tried again with your next change."));
    }

    private void tell(Component... words) {
        messages.removeAll();
        messages.add(words);
    }
}

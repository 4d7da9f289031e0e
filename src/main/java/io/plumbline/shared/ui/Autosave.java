package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.shared.RecordVersions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps what is typed as a draft in the store, each change within two seconds, and says so: saved, saving, not saved.
 * Where somebody else was quicker it takes over what only they changed, keeps what only we changed, and asks where both
 * changed the same; until then all other fields go on being saved.
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

        /** What stands in a field and does not count, in words; null where all does. All else is saved. */
        default @Nullable String wrong() {
            return null;
        }
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
    private final Set<String> disputed = new TreeSet<>();

    private Kept<D> base;
    private boolean isRefused;
    private boolean isWrong;

    /**
     * @param typed reads what stands in the fields; throws an {@link IllegalArgumentException} in words where that is none
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

    /** Takes over what was written elsewhere, as far as it does not collide with what is typed here. */
    public void refresh() {
        var mine = typed.get();
        bringTogether(RecordVersions.with(mine, disputed, base.draft()), mine);
        answer();
    }

    /** Whether something is typed that the store does not have. */
    public boolean isUnsaved() {
        return isRefused || isWrong || !disputed.isEmpty();
    }

    /**
     * Saves what stands in the fields if it differs from what the store has.
     *
     * @return whether the store has now all that is typed
     */
    public boolean save() {
        try {
            keep(typed.get());
        } catch (IllegalStateException over) {
            refuse(over.getMessage() + ". Keep a copy of what you typed since");
        } catch (IllegalArgumentException refused) {
            refuse(refused.getMessage() + ". It is tried again with your next change");
        } catch (NoSuchElementException | NotFoundException | AccessDeniedException notTheirsAnyMore) {
            refuse("This record is not available to you any more. Keep a copy of what you typed");
        } catch (DataAccessException | TransactionException storeIsAway) {
            refuse("The database cannot be reached. What you typed is still on this screen, and it is tried again");
        }
        answer();
        return !isUnsaved();
    }

    private void keep(D mine) {
        var draft = RecordVersions.with(mine, disputed, base.draft());
        if (!draft.equals(base.draft())) {
            try {
                base = new Kept<>(store.save(base.version(), draft), draft, base.changedBy());
                said.setText("Saved " + Dates.clock(clock.instant(), zone));
            } catch (OptimisticLockingFailureException somebodyWasQuicker) {
                bringTogether(draft, mine);
                return;
            }
        }
        if (isRefused) {
            isRefused = false;
            tell();
        }
        sayWhatIsDisputed();
        sayWhatIsWrong();
    }

    private void bringTogether(D draft, D mine) {
        var theirs = store.latest();
        var changedByThem = RecordVersions.changedFields(base.draft(), theirs.draft());
        changedByThem.stream()
                .filter(RecordVersions.changedFields(base.draft(), draft)::contains)
                .filter(RecordVersions.changedFields(theirs.draft(), draft)::contains)
                .forEach(disputed::add);
        var merged = RecordVersions.with(RecordVersions.merged(base.draft(), theirs.draft(), draft), disputed, mine);
        base = theirs;
        show.accept(merged);
        if (!changedByThem.isEmpty()) {
            tell(question(theirs, changedByThem));
        }
        keep(merged);
    }

    private Component question(Kept<D> theirs, List<String> changedByThem) {
        var what = theirs.changedBy() + " changed this meanwhile: "
                + changedByThem.stream()
                        .map(field -> store.words(field, theirs.draft()))
                        .collect(Collectors.joining("; "));
        if (disputed.isEmpty()) {
            return Ui.alert(what + ". Both changes are kept.");
        }
        var keepMine = new Button("Keep mine", e -> settle());
        keepMine.addThemeVariants(ButtonVariant.PRIMARY);
        var takeTheirs = new Button("Take theirs", e -> {
            show.accept(RecordVersions.with(typed.get(), disputed, base.draft()));
            settle();
        });
        return Ui.div(
                "stack-2",
                Ui.alert(what + ". What you typed is still here and not saved."),
                Ui.div("cluster", keepMine, takeTheirs));
    }

    private void settle() {
        disputed.clear();
        said.setText("Saved");
        tell();
        save();
    }

    private void sayWhatIsDisputed() {
        if (!disputed.isEmpty()) {
            said.setText("Not saved");
        }
    }

    private void sayWhatIsWrong() {
        var wrong = store.wrong();
        if (wrong != null) {
            said.setText("Not saved: " + wrong);
        } else if (isWrong && disputed.isEmpty()) {
            said.setText("Saved");
        }
        isWrong = wrong != null;
    }

    private void refuse(String reason) {
        isRefused = true;
        said.setText("Not saved");
        tell(Ui.alert(reason + "."));
    }

    /** Ends what the browser shows while it waits. */
    private void answer() {
        getContent().getElement().getClassList().set("unsaved", isUnsaved());
        getElement().executeJs("window.plumblineAnswered?.(this, $0)", String.valueOf(version()));
    }

    private void tell(Component... words) {
        messages.removeAll();
        messages.add(words);
    }
}

package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.RecordVersions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;

/**
 * Saves a form as a draft in the database while the user types, each change within two seconds, and shows the state:
 * saved, saving, or not saved. If somebody else saved first, it takes over the fields that only they changed and keeps
 * those that only this user changed; if both changed the same field, it asks. Until then, all other fields are still
 * saved.
 */
public final class Autosave<D extends Record> extends Composite<Span> {
    /** Where drafts are stored. */
    public interface Store<D> {
        /** Saves a draft based on a version; returns the new version. */
        long save(long version, D draft);

        /** Returns the current draft. */
        Kept<D> latest();

        /** Returns the name and value of a field as text. */
        String words(String field, D draft);

        /** Returns which field has invalid input, as text, or null if there is none. All other fields are saved. */
        default @Nullable String wrong() {
            return null;
        }
    }

    /** A draft with its version, which is below zero if it was never stored, and its last author. */
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
    private int inputs; // that the page had seen when it last asked

    /**
     * @param typed reads the fields; throws a {@link Refused} with a message for the user if they
     * hold no valid draft
     * @param show writes a draft to the fields
     */
    public Autosave(Store<D> store, Kept<D> base, Supplier<D> typed, Consumer<D> show, Clock clock, ZoneId zone) {
        this.store = store;
        this.base = base;
        this.typed = typed;
        this.show = show;
        this.clock = clock;
        this.zone = zone;
        said.setText(rest());
        var saving = Ui.text("saving", "Saving…");
        var lost = Ui.text("unreachable", "Not saved yet: the portal cannot be reached. Keep this page open.");
        lost.getElement().setAttribute("role", "alert");
        getContent().addClassName("saved");
        getContent().add(Icon.CLOUD.create(), Ui.span("said", said), saving, lost);
        getElement()
                .addEventListener("autosave-ask", ask -> {
                    inputs = ask.getEventData().path("event.detail").asInt(inputs);
                    save();
                })
                .addEventDetail();
        Leaving.guardPage(this, this::isUnsaved);
    }

    /**
     * Shows a stored text, unless the field differs from it in nothing but the spaces around the words, which no draft
     * keeps: somebody types or dictates there, and a new value would move the caret and end a composition.
     */
    public static void show(HasValue<?, String> field, String stored) {
        if (!TextLimit.optional("", field.getValue(), Integer.MAX_VALUE).equals(stored)) {
            field.setValue(stored);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.plumblineAutosave?.(this, $0)", inputs);
    }

    /** Returns the area for messages about changes by colleagues and about failed saves. */
    public Div messages() {
        return messages;
    }

    /** Returns the last known version in the database. */
    public long version() {
        return base.version();
    }

    /** Merges changes saved elsewhere, unless they conflict with the input here. */
    public void refresh() {
        var mine = typed.get();
        bringTogether(RecordVersions.with(mine, disputed, base.draft()), mine);
        answer();
    }

    /** Returns whether some input is not in the database. */
    public boolean isUnsaved() {
        return isRefused || isWrong || !disputed.isEmpty();
    }

    /**
     * Saves the fields if they differ from the stored draft.
     *
     * @return whether all input is now in the database
     */
    public boolean save() {
        try {
            keep(typed.get());
        } catch (NoLongerDraft over) {
            refuse(over.sentence() + ". Keep a copy of what you typed since");
        } catch (Refused refused) {
            refuse(refused.sentence() + ". It is tried again with your next change");
        } catch (NotAvailable | NotFoundException | AccessDeniedException notTheirsAnyMore) {
            refuse("You no longer have access to this record. Keep a copy of what you typed");
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
            } catch (StaleVersion somebodyWasQuicker) {
                bringTogether(draft, mine);
                return;
            }
        }
        if (isRefused) {
            isRefused = false;
            tell();
        }
        sayWhatIsNotSaved();
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
        var what = theirs.changedBy() + " changed this in the meantime: "
                + changedByThem.stream()
                        .map(field -> store.words(field, theirs.draft()))
                        .collect(Collectors.joining("; "));
        if (disputed.isEmpty()) {
            return Ui.alert(what + ". Both changes are kept.");
        }
        var keepMine = Ui.primary(new Button("Keep mine", e -> settle()));
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
        said.setText(rest());
        tell();
        save();
    }

    private void sayWhatIsNotSaved() {
        var wrong = store.wrong();
        if (wrong != null) {
            said.setText("Not saved: " + wrong);
        } else if (!disputed.isEmpty()) {
            said.setText("Not saved");
        } else if (isWrong) {
            said.setText(rest());
        }
        isWrong = wrong != null;
    }

    private String rest() {
        return base.version() < 0 ? "Nothing to save yet" : "Saved";
    }

    private void refuse(String reason) {
        isRefused = true;
        said.setText("Not saved");
        tell(Ui.alert(reason + "."));
    }

    /** Ends the waiting state in the browser, unless something was typed since it asked. */
    private void answer() {
        getContent().getElement().getClassList().set("unsaved", isUnsaved());
        getElement().executeJs("window.plumblineAnswered?.(this, $0, $1)", String.valueOf(version()), inputs);
    }

    private void tell(Component... words) {
        messages.removeAll();
        messages.add(words);
    }
}

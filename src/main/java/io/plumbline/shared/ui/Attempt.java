package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.binder.Result;
import io.plumbline.shared.ContinueElsewhere;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a person asked for, and shows on the screen why it is refused. A refusal keeps everything that was typed.
 * Whatever is no {@link Refusal} passes on; so does a record that is not available, unless the screen says what it does
 * then: the shell closes such a screen.
 */
public final class Attempt {
    private final Consumer<String> tell;
    private final Runnable clear;
    private final Map<Class<? extends Refused>, Consumer<Refused>> special = new LinkedHashMap<>();
    private final Map<Enum<?>, Consumer<Refused>> atField = new HashMap<>();
    private final String copyFirst;
    private @Nullable Runnable ifChanged;
    private @Nullable Runnable ifNotAvailable;

    private Attempt(Consumer<String> tell, Runnable clear, String copyFirst) {
        this.tell = tell;
        this.clear = clear;
        this.copyFirst = copyFirst;
    }

    /** Shows refusals as alerts in a box of the screen, which is emptied before each run. */
    public static Attempt showing(HasComponents messages) {
        return new Attempt(
                        sentence -> messages.add(Ui.alert(sentence)),
                        messages::removeAll,
                        "Keep a copy of what you typed. ")
                .on(
                        ContinueElsewhere.class,
                        other -> messages.add(Ui.alert(other.sentence()), new Anchor(other.address(), other.link())));
    }

    /** Says refusals by the given means. */
    public static Attempt telling(Consumer<String> tell) {
        return new Attempt(tell, () -> {}, "");
    }

    /**
     * Says in one wording that a colleague changed the record in the meantime, and that it is not available to the person
     * any more; the screen then stays open.
     *
     * @param record what it is, in the words of the screen, such as <em>order</em>
     */
    public Attempt about(String record) {
        return ifChanged("A colleague changed this " + record + " in the meantime. " + copyFirst + "Look at it again")
                .ifNotAvailable(("This " + record + " is no longer available to you. " + copyFirst).strip());
    }

    /** Does this if a colleague changed the record in the meantime, instead of only saying so. */
    public Attempt ifChanged(Runnable then) {
        ifChanged = then;
        return this;
    }

    /** Says this if a colleague changed the record in the meantime. */
    public Attempt ifChanged(String sentence) {
        return ifChanged(() -> tell.accept(sentence));
    }

    /**
     * Reads the record again if a colleague changed it in the meantime, and says so: the next attempt is made on what it
     * is then.
     *
     * @param reload reads it; empty if it is not available any more
     * @param words keeps what it is now, and returns what a colleague changed, without a period at its end
     */
    public <T> Attempt ifChanged(Supplier<Optional<T>> reload, Function<T, String> words) {
        return ifChanged(() -> reload.get()
                .ifPresentOrElse(
                        now -> tell.accept(
                                words.apply(now) + ". What you typed is still here; try again if it still applies."),
                        () -> show(new NotAvailable())));
    }

    /**
     * Does the same, and keeps what the record is.
     *
     * @param seen the record as the person sees it
     * @param words returns what a colleague changed, from the record as it was seen and as it is
     * @return the record as the person last saw it
     */
    public <T> Supplier<T> latest(T seen, Supplier<Optional<T>> reload, BiFunction<T, T, String> words) {
        var latest = new AtomicReference<>(seen);
        ifChanged(reload, now -> words.apply(latest.getAndSet(now), now));
        return latest::get;
    }

    /** Does this if the record is not available to the person any more; the screen then stays open. */
    public Attempt ifNotAvailable(Runnable then) {
        ifNotAvailable = then;
        return this;
    }

    /** Says this if the record is not available to the person any more; the screen then stays open. */
    public Attempt ifNotAvailable(String sentence) {
        return ifNotAvailable(() -> tell.accept(sentence));
    }

    /** Handles one kind of refusal differently, such as with a proposal of another time. */
    public <R extends Refused> Attempt on(Class<R> kind, Consumer<R> then) {
        special.put(kind, refused -> then.accept(kind.cast(refused)));
        return this;
    }

    /** Shows a refusal at the input of the field that it names, and moves the focus there. */
    public <F extends Component & HasValidation & HasValue<?, ?>> Attempt at(Enum<?> field, F input) {
        atField.put(field, refused -> mark(input, refused));
        return this;
    }

    /** Shows every refusal that names no field at this input, and moves the focus there. */
    public <F extends Component & HasValidation & HasValue<?, ?>> Attempt at(F input) {
        return on(Refused.class, refused -> mark(input, refused));
    }

    private static <F extends Component & HasValidation & HasValue<?, ?>> void mark(F input, Refused refused) {
        var wrong = new FormErrors();
        wrong.refuse(input, true, refused.sentence());
        wrong.areNone();
    }

    /** Runs the action; returns whether it was not refused. */
    public boolean run(Runnable action) {
        clear.run();
        try {
            action.run();
            return true;
        } catch (Refusal refusal) {
            show(refusal);
            return false;
        }
    }

    /**
     * Runs the action of a dialog that shows the answer itself.
     *
     * @param ifChanged the answer if a colleague changed the record in the meantime
     * @return why the action was refused, or empty if it was not
     */
    public static Optional<String> refusalOf(Runnable action, Supplier<String> ifChanged) {
        var said = new AtomicReference<@Nullable String>();
        Attempt.telling(said::set).ifChanged(() -> said.set(ifChanged.get())).run(action);
        return Optional.ofNullable(said.get());
    }

    /** Reads what was typed; the result is an error with the message of the refusal if it cannot be read. */
    public static <T extends @Nullable Object> Result<T> read(Supplier<T> reader) {
        try {
            return Result.ok(reader.get());
        } catch (Refused refused) {
            return Result.error(refused.sentence());
        }
    }

    private void show(Refusal refusal) {
        switch (refusal) {
            case StaleVersion stale when ifChanged != null -> ifChanged.run();
            case NotAvailable gone when ifNotAvailable == null -> throw gone;
            case NotAvailable gone -> ifNotAvailable.run();
            case Refused refused -> answerTo(refused).accept(refused);
            case StaleVersion stale -> tell.accept(stale.sentence());
        }
    }

    private Consumer<Refused> answerTo(Refused refused) {
        return Optional.ofNullable(refused.field())
                .map(atField::get)
                .or(() -> special.entrySet().stream()
                        .filter(kind -> kind.getKey().isInstance(refused))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse(other -> tell.accept(other.sentence()));
    }
}

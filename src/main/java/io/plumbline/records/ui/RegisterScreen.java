package io.plumbline.records.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.ValueProvider;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Lazily;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a register, a row for each record, each opened by its button.
 *
 * @param <R> the row
 */
public final class RegisterScreen<R> {
    private final Grid<R> list;

    /** Begins a form of a register. */
    public static FormDialog form(String title) {
        return Dialogs.form(title);
    }

    /** Reads the page after a row of all patients, or of one. */
    @FunctionalInterface
    public interface PagesOf<R> extends Serializable {
        /**
         * Returns the rows after {@code after}, or the first rows if it is null.
         *
         * @param patientNumber only the rows of this patient; blank for all
         * @throws Refused if there is no patient with the number
         */
        List<R> after(String patientNumber, @Nullable R after, int limit);
    }

    /**
     * Creates the list.
     *
     * @param name the accessible name of the list
     * @param id the identity of a row, which survives changes
     * @param open opens the record of a row; it runs the second argument after each change
     */
    public RegisterScreen(
            String name,
            ValueProvider<R, Object> id,
            RegisterRow<R> row,
            Lazily.Pages<R> pages,
            SerializableBiConsumer<R, Runnable> open) {
        list = Lazily.list(name, id, row.renderer(item -> open.accept(item, this::refresh)), pages);
    }

    /**
     * Creates a list that a field narrows to one patient; a number that no patient has is refused at the field.
     *
     * @param patient the field; with the other parameters of a list of all patients
     */
    public RegisterScreen(
            String name,
            ValueProvider<R, Object> id,
            RegisterRow<R> row,
            TextField patient,
            PagesOf<R> pages,
            SerializableBiConsumer<R, Runnable> open) {
        this(name, id, row, (after, limit) -> page(patient, pages, after, limit), open);
        patient.setClearButtonVisible(true);
        patient.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        patient.addValueChangeListener(e -> refresh());
    }

    private static <R> List<R> page(TextField patient, PagesOf<R> pages, @Nullable R after, int limit) {
        try {
            var rows = pages.after(patient.getValue(), after, limit);
            patient.setInvalid(false);
            return rows;
        } catch (Refused refused) {
            patient.setErrorMessage(refused.sentence());
            patient.setInvalid(true);
            return List.of();
        }
    }

    /** Returns the list; where it is empty, it says so. */
    public Component whenEmpty(EmptyState empty) {
        list.setEmptyStateComponent(empty);
        return list;
    }

    /** Reads the list again. */
    public void refresh() {
        list.getDataProvider().refreshAll();
    }
}

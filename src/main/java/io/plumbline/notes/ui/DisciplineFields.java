package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.NoteDraft;
import io.plumbline.shared.ui.RequiredFields;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a session note that depend on the discipline of the visit. */
interface DisciplineFields {
    /** Returns the fields for what was found, with that for the findings in words. */
    List<Component> objective(Component findings);

    /** Returns the fields for what was done. */
    List<Component> treatment();

    void show(NoteDraft draft);

    /** Returns the draft with what is in these fields. */
    NoteDraft into(NoteDraft draft);

    /** Takes what is typed and waits for Enter. */
    default void take() {}

    /** Shows hints that depend on the values of more than one field. */
    default void showWhatIsAsked() {}

    /** Shows which of the fields, by name, are as they were carried forward. */
    void showCarried(Collection<String> fields);

    void markWith(RequiredFields marks);

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    @Nullable
    String wrong();

    /** Focuses the field with the invalid value. */
    void focusWrong();
}

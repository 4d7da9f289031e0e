package io.plumbline.records.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a record, term by term; what is not known has no term. */
public final class FactList {
    private final List<String> facts = new ArrayList<>();

    /** Adds a fact, if it is known and not empty. */
    public FactList add(String term, @Nullable String fact) {
        if (fact != null && !fact.isEmpty()) {
            facts.addAll(List.of(term, fact));
        }
        return this;
    }

    /** Adds a day, if it is known. */
    public FactList add(String term, @Nullable LocalDate day) {
        return add(term, day == null ? null : Dates.dayAndYear(day));
    }

    /**
     * Adds what was done, if it was.
     *
     * @param by as colleagues call them; null if the portal itself did it
     */
    public FactList add(String term, @Nullable Instant at, ZoneId zone, @Nullable String by) {
        return add(
                term,
                at == null
                        ? null
                        : Dates.dayAndTime(at, zone) + ", "
                                + Objects.requireNonNullElse(by, CurrentUser.SYSTEM.displayName()));
    }

    /** Shows the facts. */
    public Component show() {
        return Ui.facts(facts.toArray(String[]::new));
    }
}

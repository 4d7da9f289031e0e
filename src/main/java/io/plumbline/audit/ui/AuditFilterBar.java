package io.plumbline.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.AuditPerson;
import io.plumbline.audit.AuditService;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filter fields of the audit trail; each change updates the URL. */
class AuditFilterBar extends Composite<Div> {
    private final AuditService audit;
    private final Consumer<AuditFilter> changed;

    private final ComboBox<AuditPerson> person = new ComboBox<>("Person");
    private final TextField patient = new TextField("Patient number");
    private final ComboBox<String> kind = new ComboBox<>("Kind");
    private final DayAndTimeField from = new DayAndTimeField("From (UTC)");
    private final DayAndTimeField to = new DayAndTimeField("Before (UTC)");
    private final Button clear = new Button("Clear filters");

    AuditFilterBar(AuditService audit, Consumer<AuditFilter> changed) {
        this.audit = audit;
        this.changed = changed;
        person.setItems(
                query -> audit.people(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        person.setItemLabelGenerator(AuditPerson::label);
        Keys.on(person, "/", "Search by person");
        person.setPlaceholder("Anyone");
        person.setClearButtonVisible(true);
        kind.setItems(query -> audit.kinds().stream()
                .filter(name -> AuditWords.kind(name)
                        .toLowerCase(Locale.ROOT)
                        .contains(query.getFilter().orElse("").toLowerCase(Locale.ROOT)))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        kind.setItemLabelGenerator(AuditWords::kind);
        kind.setPlaceholder("Any kind");
        kind.setClearButtonVisible(true);
        patient.setPlaceholder("P-1042");
        patient.setMaxLength(20);
        patient.setClearButtonVisible(true);
        patient.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        person.addValueChangeListener(this::tell);
        patient.addValueChangeListener(this::tell);
        kind.addValueChangeListener(this::tell);
        from.addValueChangeListener(this::tell);
        to.addValueChangeListener(this::tell);
        clear.addClickListener(e -> {
            changed.accept(AuditFilter.NONE);
            person.focus();
        });
        getContent().addClassName("audit-filters");
        getContent().add(person, patient, kind, Ui.div("audit-times", from, to, clear));
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", "Filter the audit trail");
    }

    /** Shows the filter of the URL. */
    void show(AuditFilter filter) {
        var asked = filter.person();
        if (asked == null) {
            person.clear();
        } else if (!asked.equals(
                Optional.ofNullable(person.getValue()).map(AuditPerson::id).orElse(null))) {
            person.setValue(audit.person(asked).orElse(new AuditPerson(asked, "Unknown account", "")));
        }
        patient.setValue(Optional.ofNullable(filter.patient()).orElse(""));
        kind.setValue(filter.kind());
        from.setValue(AuditAddress.minute(filter.from()));
        to.setValue(AuditAddress.minute(filter.to()));
        clear.setVisible(!filter.equals(AuditFilter.NONE));
    }

    private void tell(HasValue.ValueChangeEvent<?> event) {
        if (event.isFromClient()) {
            changed.accept(read());
        }
    }

    private AuditFilter read() {
        var chosen = person.getValue();
        return new AuditFilter(
                chosen == null ? null : chosen.id(),
                patient.getValue().isBlank() ? null : patient.getValue().strip(),
                kind.getValue(),
                instant(from.getValue()),
                instant(to.getValue()));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}

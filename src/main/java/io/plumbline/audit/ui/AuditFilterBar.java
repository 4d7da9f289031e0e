package io.plumbline.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.AuditPerson;
import io.plumbline.audit.AuditService;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filter fields of the audit trail; each change updates the URL. */
class AuditFilterBar extends Composite<Div> {
    private final AuditService audit;

    private final ComboBox<AuditPerson> person;
    private final TextField patient;
    private final ComboBox<String> kind;
    private final DayAndTimeField from;
    private final DayAndTimeField to;

    AuditFilterBar(AuditService audit, Consumer<AuditFilter> changed) {
        this.audit = audit;
        var bar = new FilterBar("Filter the audit trail", () -> changed.accept(read()));
        person = bar.oneOfMany("Person");
        person.setItems(
                query -> audit.people(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        person.setItemLabelGenerator(AuditPerson::label);
        Keys.on(person, "/", "Search by person");
        patient = bar.add("Patient number", new TextField());
        patient.setPlaceholder("P-1042");
        patient.setMaxLength(20);
        patient.setManualValidation(true);
        patient.setErrorMessage("A patient number looks like P-1042");
        patient.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        kind = bar.oneOfMany("Kind");
        kind.setItems(query -> audit.kinds().stream()
                .filter(name -> AuditWords.kind(name)
                        .toLowerCase(Locale.ROOT)
                        .contains(query.getFilter().orElse("").toLowerCase(Locale.ROOT)))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        kind.setItemLabelGenerator(AuditWords::kind);
        from = bar.add("From (UTC)", new DayAndTimeField("From (UTC)"));
        to = bar.add("Before (UTC)", new DayAndTimeField("Before (UTC)"));
        getContent().add(bar);
    }

    /** A field for a date and time; without a time, the value starts at midnight. */
    private static final class DayAndTimeField extends CustomField<LocalDateTime> {
        private final DatePicker day = Days.field("");
        private final TimePicker time;

        DayAndTimeField(String label) {
            day.setAriaLabel(label + ", day");
            time = Times.field(label + ", time", null);
            day.addValueChangeListener(e -> {
                if (e.isFromClient() && !day.isEmpty() && time.isEmpty()) {
                    time.setValue(LocalTime.MIDNIGHT);
                }
            });
            add(Ui.div("day-and-time", day, time));
        }

        @Override
        protected @Nullable LocalDateTime generateModelValue() {
            return day.isEmpty() || time.isEmpty() ? null : day.getValue().atTime(time.getValue());
        }

        @Override
        protected void setPresentationValue(@Nullable LocalDateTime at) {
            day.setValue(at == null ? null : at.toLocalDate());
            time.setValue(at == null ? null : at.toLocalTime());
        }
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
        var number = Optional.ofNullable(filter.patient()).orElse("");
        patient.setValue(number);
        patient.setInvalid(
                !number.isEmpty() && !KnownPatients.NUMBER.matcher(number).matches());
        kind.setValue(filter.kind());
        from.setValue(AuditAddress.minute(filter.from()));
        to.setValue(AuditAddress.minute(filter.to()));
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

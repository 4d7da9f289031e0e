package io.plumbline.reports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.list.LeadCallerService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Keys;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The filters and the grouping of the report; each change navigates to a new URL. */
class LeadReportFilters extends Composite<Div> {
    private final DatePicker from = Days.field("From");
    private final DatePicker to = Days.field("To");
    private final Select<LeadSource> source = new Select<>();
    private final Select<ClinicId> clinic = new Select<>();
    private final ComboBox<StaffId> caller = new ComboBox<>("First called by");
    private final Select<LeadReportBy> by = new Select<>();
    private final Runnable changed;

    LeadReportFilters(Map<ClinicId, String> queues, LeadCallerService callers, Runnable changed) {
        this.changed = changed;
        source.setLabel("Source");
        source.setItems(LeadSource.values());
        source.setItemLabelGenerator(one -> one == null ? "Any" : one.label());
        clinic.setLabel("Clinic");
        clinic.setItems(queues.keySet());
        clinic.setItemLabelGenerator(one -> one == null ? "All" : queues.getOrDefault(one, "Group"));
        for (var choice : List.of(source, clinic)) {
            choice.setEmptySelectionAllowed(true);
        }
        source.setEmptySelectionCaption("Any");
        source.setPlaceholder("Any");
        clinic.setEmptySelectionCaption("All");
        clinic.setPlaceholder("All");
        caller.setItems(query -> callers.named(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        caller.setItemLabelGenerator(callers::name);
        caller.setPlaceholder("Anyone");
        caller.setClearButtonVisible(true);
        by.setLabel("Group by");
        by.setItems(LeadReportBy.values());
        by.setItemLabelGenerator(LeadReportBy::label);
        Keys.on(by, "/", "Choose how the report is grouped");
        for (var field : List.<HasValue<?, ?>>of(from, to, source, clinic, caller, by)) {
            field.addValueChangeListener(this::tell);
        }
        getContent().addClassName("filters");
        getContent().add(from, to, source, clinic, caller, by);
        getContent().getElement().setAttribute("role", "search").setAttribute("aria-label", "Filter the report");
    }

    void show(LeadFilter filter, LeadReportBy sideBySide) {
        from.setValue(filter.from());
        to.setValue(filter.to());
        source.setValue(filter.source());
        clinic.setValue(filter.queue());
        caller.setValue(filter.caller());
        by.setValue(sideBySide);
    }

    /** Shows an error in the period at the last day. */
    void refuse(String message) {
        new FormErrors().refuse(to, true, message);
    }

    LeadFilter filter() {
        return new LeadFilter(
                null,
                null,
                source.getValue(),
                clinic.getValue(),
                caller.getValue(),
                from.getValue(),
                to.getValue(),
                null,
                "");
    }

    LeadReportBy sideBySide() {
        return Objects.requireNonNullElse(by.getValue(), LeadReportBy.SOURCE);
    }

    private void tell(HasValue.ValueChangeEvent<?> event) {
        if (event.isFromClient()) {
            changed.run();
        }
    }
}

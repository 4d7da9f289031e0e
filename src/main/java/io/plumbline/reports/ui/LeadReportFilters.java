package io.plumbline.reports.ui;

import com.vaadin.flow.component.Composite;
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
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Keys;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The filters and the grouping of the report; each change navigates to a new URL. */
class LeadReportFilters extends Composite<Div> {
    private final DatePicker from;
    private final DatePicker to;
    private final Select<LeadSource> source;
    private final Select<ClinicId> clinic;
    private final ComboBox<StaffId> caller;
    private final Select<LeadReportBy> by;

    LeadReportFilters(Map<ClinicId, String> queues, LeadCallerService callers, Runnable changed) {
        var bar = new FilterBar("Filter the report", changed);
        from = bar.day("From");
        to = bar.day("To");
        source = bar.oneOf("Source", List.of(LeadSource.values()), LeadSource::label);
        clinic = bar.oneOf("Clinic", queues.keySet(), one -> queues.getOrDefault(one, "Group"));
        caller = bar.oneOfMany("First called by");
        caller.setItems(query -> callers.named(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        caller.setItemLabelGenerator(callers::name);
        by = bar.choice("Group by", new Select<LeadReportBy>());
        by.setItems(LeadReportBy.values());
        by.setItemLabelGenerator(LeadReportBy::label);
        Keys.on(by, "/", "Choose how the report is grouped");
        getContent().add(bar);
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
}

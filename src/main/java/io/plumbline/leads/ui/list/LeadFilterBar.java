package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.list.LeadCallerService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.FilterBar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The filters of the leads list; each change navigates to a new URL. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadFilterBar extends Composite<Div> {
    private final TextField words;
    private final Select<LeadStatus> status;
    private final Select<FunnelStep> step;
    private final Select<LeadSource> source;
    private final Select<ClinicId> clinic;
    private final ComboBox<StaffId> caller;
    private final DatePicker from;
    private final DatePicker to;
    private final Select<String> lostReason;
    private Consumer<LeadFilter> changed = filter -> {};

    LeadFilterBar(ClinicService clinicService, LeadCallerService callers) {
        var clinics = clinicService.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK));
        var bar = new FilterBar("Filter leads", () -> changed.accept(chosen()));
        words = bar.search("Name, phone or e-mail", "Search leads");
        status = bar.oneOf("Status", List.of(LeadStatus.values()), LeadStatus::label);
        step = bar.oneOf("Stage reached", List.of(FunnelStep.values()), FunnelStep::label);
        source = bar.oneOf("Source", List.of(LeadSource.values()), LeadSource::label);
        clinic = bar.oneOf("Clinic", queues(clinics), queue -> LeadQueue.name(queue, clinics));
        caller = bar.oneOfMany("First called by");
        caller.setItems(query -> callers.named(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        caller.setItemLabelGenerator(callers::name);
        from = bar.day("From");
        to = bar.day("To");
        lostReason = bar.oneOf("Lost because", List.<String>of(), reason -> reason);
        getContent().add(bar);
    }

    /** Runs this with the filter that the user chose. */
    void onChange(Consumer<LeadFilter> listener) {
        changed = listener;
    }

    /** Returns the queues that the current user may see or assign a lead to. */
    static List<ClinicId> queues(Collection<ClinicLabel> clinics) {
        var queues = new ArrayList<>(clinics.stream().map(ClinicLabel::id).toList());
        if (CurrentUser.current().has(Role.MANAGER)) {
            queues.add(LeadQueue.GROUP);
        }
        return queues;
    }

    /** Focuses the search for a name, phone or e-mail. */
    void focusWords() {
        words.focus();
    }

    /** Shows the filter from the URL. */
    void show(LeadFilter filter) {
        words.setValue(filter.words());
        status.setValue(filter.status());
        step.setValue(filter.step());
        source.setValue(filter.source());
        clinic.setValue(filter.queue());
        caller.setValue(filter.caller());
        from.setValue(filter.from());
        to.setValue(filter.to());
        showLostReason(filter.lostReason());
    }

    /** Shows the reason that a report leads to; it is not offered otherwise because each lead may have its own. */
    private void showLostReason(@Nullable String reason) {
        lostReason.setItems(Stream.ofNullable(reason).toList());
        lostReason.setValue(reason);
        lostReason.getParent().orElseThrow().setVisible(reason != null);
    }

    private LeadFilter chosen() {
        return new LeadFilter(
                status.getValue(),
                step.getValue(),
                source.getValue(),
                clinic.getValue(),
                caller.getValue(),
                from.getValue(),
                to.getValue(),
                lostReason.getValue(),
                words.getValue().strip());
    }
}

package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.list.LeadCallerService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The filters of the leads list; each change navigates to a new URL. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadFilterBar extends Composite<Div> {
    private final TextField words = new TextField("Name, phone or e-mail");
    private final Select<LeadStatus> status;
    private final Select<FunnelStep> step;
    private final Select<LeadSource> source;
    private final Select<ClinicId> clinic;
    private final ComboBox<StaffId> caller = new ComboBox<>("First called by");
    private final DatePicker from = Days.field("From");
    private final DatePicker to = Days.field("To");
    private final Button clear;
    private Consumer<LeadFilter> changed = filter -> {};
    private @Nullable String lostReason;

    LeadFilterBar(ClinicService clinicService, LeadCallerService callers) {
        var clinics = clinicService.myLabels();
        status = choice("Status", List.of(LeadStatus.values()), LeadStatus::label);
        step = choice("Stage reached", List.of(FunnelStep.values()), FunnelStep::label);
        source = choice("Source", List.of(LeadSource.values()), LeadSource::label);
        clinic = choice("Clinic", queues(clinics), queue -> name(queue, clinics));
        words.setPrefixComponent(Icon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setMaxLength(100);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        Keys.on(words, "/", "Search leads");
        caller.setItems(query -> callers.named(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        caller.setItemLabelGenerator(callers::name);
        caller.setPlaceholder("Anyone");
        caller.setClearButtonVisible(true);
        clear = new Button("Clear filters", e -> {
            changed.accept(LeadFilter.NONE);
            words.focus();
        });
        for (var field : List.<HasValue<?, ?>>of(words, status, step, source, clinic, caller, from, to)) {
            field.addValueChangeListener(this::tell);
        }
        getContent().addClassName("filters");
        getContent().add(words, status, step, source, clinic, caller, from, to, clear);
        getContent().getElement().setAttribute("role", "search").setAttribute("aria-label", "Filter leads");
    }

    /** Runs this with the filter that the user chose. */
    void onChange(Consumer<LeadFilter> listener) {
        changed = listener;
    }

    /** Returns the queues that the caller may see or assign a lead to. */
    static List<ClinicId> queues(Collection<ClinicLabel> clinics) {
        var queues = new ArrayList<>(clinics.stream().map(ClinicLabel::id).toList());
        if (Caller.current().has(Role.MANAGER)) {
            queues.add(LeadQueue.GROUP);
        }
        return queues;
    }

    /** Returns the name of a queue. */
    static String name(@Nullable ClinicId queue, Collection<ClinicLabel> clinics) {
        return clinics.stream()
                .filter(label -> label.id().equals(queue))
                .map(ClinicLabel::name)
                .findFirst()
                .orElse("Group");
    }

    private static <T> Select<T> choice(String label, List<T> items, ItemLabelGenerator<T> word) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("Any");
        select.setPlaceholder("Any");
        select.setItemLabelGenerator(item -> item == null ? "Any" : word.apply(item));
        return select;
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
        lostReason = filter.lostReason();
        clear.setVisible(!filter.equals(LeadFilter.NONE));
    }

    private void tell(HasValue.ValueChangeEvent<?> event) {
        if (event.isFromClient()) {
            changed.accept(new LeadFilter(
                    status.getValue(),
                    step.getValue(),
                    source.getValue(),
                    clinic.getValue(),
                    caller.getValue(),
                    from.getValue(),
                    to.getValue(),
                    lostReason,
                    words.getValue().strip()));
        }
    }
}

package io.plumbline.plans.ui.worklist;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanPractitionerService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.FilterBar;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Whose plans the worklist shows; each change navigates to a new URL. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PlanFilterBar extends Composite<Div> {
    private final Select<ClinicId> clinic;
    private final ComboBox<StaffId> responsible;
    private Consumer<PlanNarrowing> changed = narrowing -> {};

    PlanFilterBar(ClinicService clinics, PlanPractitionerService practitioners) {
        var names = clinics.myLabels().stream().collect(Collectors.toMap(ClinicLabel::id, ClinicLabel::name));
        var bar = new FilterBar("Filter plans", () -> changed.accept(chosen()));
        clinic = bar.oneOf(
                "Clinic",
                clinics.myLabels().stream().map(ClinicLabel::id).toList(),
                one -> names.getOrDefault(one, ""));
        responsible = bar.oneOfMany("Practitioner");
        responsible.setItems(query -> practitioners.named(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        responsible.setItemLabelGenerator(practitioners::name);
        getContent().add(bar);
    }

    /** Runs this with what the user chose. */
    void onChange(Consumer<PlanNarrowing> listener) {
        changed = listener;
    }

    /** Shows what the URL says. */
    void show(PlanNarrowing narrowing) {
        clinic.setValue(narrowing.clinic());
        responsible.setValue(narrowing.responsible());
    }

    private PlanNarrowing chosen() {
        return new PlanNarrowing(clinic.getValue(), responsible.getValue());
    }
}

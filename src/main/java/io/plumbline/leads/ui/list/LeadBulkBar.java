package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.calling.CallProposal;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.LeadBulkService;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.ui.panel.LeadQuestions;
import io.plumbline.leads.ui.panel.LeadZones;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Bulk actions on the leads selected in the list, and their results. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadBulkBar extends Composite<Div> {
    private final LeadBulkService bulk;
    private final ClinicService clinics;
    private final LeadZones zones;
    private Runnable done = () -> {};
    private final Span count = Ui.text("strong", "");
    private final Div actions;
    private final Div result = new Div();
    private Set<LeadListRow> chosen = Set.of();

    LeadBulkBar(LeadBulkService bulk, ClinicService clinics, LeadZones zones) {
        this.bulk = bulk;
        this.clinics = clinics;
        this.zones = zones;
        actions = Ui.div(
                "cluster",
                count,
                new Button("Assign…", e -> assign()),
                new Button("Move to nurture…", e -> nurture()),
                new Button("Mark as lost…", e -> markLost()));
        result.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("stack-2");
        getContent().add(actions, result);
        show(Set.of());
    }

    /** Runs this after an action. */
    void onDone(Runnable listener) {
        done = listener;
    }

    /** Offers the actions for the selected leads. */
    void show(Set<LeadListRow> some) {
        chosen = Set.copyOf(some);
        actions.setVisible(!chosen.isEmpty());
        count.setText(chosen.size() + " chosen");
        if (!chosen.isEmpty()) {
            result.removeAll();
        }
    }

    private void assign() {
        var labels = clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK));
        var queue =
                UiFields.choice("Into the queue of", LeadFilterBar.queues(labels), one -> LeadQueue.name(one, labels));
        ask(
                "Assign " + leads(),
                queue,
                "Assign",
                wrong -> wrong.refuseEmpty(queue, "Choose a clinic"),
                some -> bulk.assign(some, queue.getValue()));
    }

    private void nurture() {
        var day = Days.field("Until");
        day.setValue(zones.today(null).plusDays(CallProposal.REST_DAYS));
        ask(
                "Move " + leads() + " to nurture",
                day,
                "Move to nurture",
                wrong -> wrong.refuseEmpty(day, "Choose the day on which calls resume"),
                some -> bulk.nurture(some, day.getValue(), LeadQuestions.WAKES_AT));
    }

    private void markLost() {
        var reason = LeadQuestions.reason();
        reason.setHelperText("Their booked consultations are canceled for the same reason.");
        ask(
                "Mark " + leads() + " as lost",
                reason,
                "Mark as lost",
                wrong -> LeadQuestions.refuseUnlessSaid(reason, wrong),
                some -> bulk.lose(some, reason.getValue()));
    }

    private String leads() {
        return chosen.size() == 1 ? "one lead" : chosen.size() + " leads";
    }

    private <F extends Component & HasValue<?, ?>> void ask(
            String title,
            F field,
            String verb,
            Consumer<FormErrors> refuse,
            Function<Collection<LeadListRow>, LeadBulkService.Result> deed) {
        var some = List.copyOf(chosen);
        Dialogs.form(title)
                .width(Dialogs.Width.SMALL)
                .typedIf(() -> field instanceof ComboBox<?> && !field.isEmpty())
                .add(field)
                .check(refuse)
                .open(verb, () -> deed.apply(some), became -> {
                    done.run();
                    tell(became);
                });
    }

    private void tell(LeadBulkService.Result became) {
        result.removeAll();
        result.add(Ui.text("strong", became.done() + (became.done() == 1 ? " lead done." : " leads done.")));
        if (!became.notChanged().isEmpty()) {
            var list = new UnorderedList();
            became.notChanged().forEach(lead -> list.add(refused(lead)));
            result.add(Ui.alert(became.notChanged().size() + " refused. These leads were not changed:"), list);
        }
    }

    private static ListItem refused(LeadBulkService.LeadNotChanged lead) {
        return new ListItem(
                (Component) new Anchor(Routes.lead(lead.lead()), lead.fullName()), Ui.text("", ": " + lead.why()));
    }
}

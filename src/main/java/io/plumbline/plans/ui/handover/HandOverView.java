package io.plumbline.plans.ui.handover;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.plans.handover.HandOverRow;
import io.plumbline.plans.handover.HandOverService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands one or all plans of a practitioner over to another; who, to whom and which plan stand in the address. */
@Route(Routes.HAND_OVER)
@PageTitle("Hand over plans · Plumbline")
@RolesAllowed(Permission.PLAN_HAND_OVER)
class HandOverView extends Main implements BeforeEnterObserver {
    private final HandOverService handOvers;
    private final PractitionerService practitioners;
    private final ComboBox<StaffId> from = new ComboBox<>("From");
    private final ComboBox<StaffId> to = new ComboBox<>("To");
    private final Div work = Ui.div("stack-4");
    private Map<StaffId, String> names = Map.of();
    private @Nullable PlanId only;

    HandOverView(HandOverService handOvers, PractitionerService practitioners) {
        this.handOvers = handOvers;
        this.practitioners = practitioners;
        List.of(from, to).forEach(who -> {
            who.setItemLabelGenerator(one -> names.getOrDefault(one, ""));
            who.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    go();
                }
            });
        });
        Ui.page(
                this,
                "Hand over plans",
                "Upcoming visits and booked appointments go to another practitioner at the same times. Delivered visits"
                        + " do not change.",
                Ui.div("cluster", from, to),
                work);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        only = Ids.inAddress(Filters.text(address, Routes.PLAN), PlanId::new).orElse(null);
        var here = handOvers.findPractitioners();
        var possible = only == null ? here : handOvers.findTeam(only);
        var asked = inAddress(Filters.text(address, Routes.FROM))
                .or(() -> possible.size() == 1 ? possible.keySet().stream().findFirst() : Optional.empty());
        var taker = inAddress(Filters.text(address, Routes.TO));
        names = new HashMap<>(here);
        names.putAll(possible);
        asked.filter(one -> !names.containsKey(one)).ifPresent(one -> names.putAll(practitioners.namesOf(Set.of(one))));
        var giver = asked.filter(names::containsKey);
        from.setItems(byName(giver.isPresent() && !possible.containsKey(giver.get()) ? names : possible));
        to.setItems(byName(here).stream()
                .filter(one -> !giver.equals(Optional.of(one)))
                .toList());
        from.setValue(giver.orElse(null));
        to.setValue(taker.filter(one -> here.containsKey(one) && !giver.equals(Optional.of(one)))
                .orElse(null));
        show();
    }

    private static Optional<StaffId> inAddress(String text) {
        return Ids.inAddress(text, StaffId::new);
    }

    private List<StaffId> byName(Map<StaffId, String> some) {
        return some.keySet().stream()
                .sorted(Comparator.comparing(one -> names.getOrDefault(one, "")))
                .toList();
    }

    private void go() {
        var chosen = new LinkedHashMap<String, @Nullable Object>();
        chosen.put(Routes.FROM, from.getValue());
        chosen.put(Routes.TO, to.getValue());
        chosen.put(Routes.PLAN, only);
        Ui.navigate(Routes.HAND_OVER, Filters.query(chosen));
    }

    private void show() {
        work.removeAll();
        var giver = from.getValue();
        if (giver == null) {
            work.add(new EmptyState(
                    Icon.PLAN, "Choose who hands over", "Their active and on-hold plans are listed here."));
            return;
        }
        var rows = handOvers.findByPractitioner(giver, only);
        if (rows.isEmpty()) {
            work.add(new EmptyState(
                    Icon.PLAN,
                    "Nothing to hand over",
                    names.getOrDefault(giver, "") + " has no plans that you can hand over."));
            return;
        }
        var taker = to.getValue();
        Map<PlanId, String> refusals = taker == null ? Map.of() : handOvers.findRefusals(rows, taker);
        work.add(choice(rows, refusals));
    }

    private Component choice(List<HandOverRow> rows, Map<PlanId, String> refusals) {
        var possible =
                rows.stream().filter(row -> !refusals.containsKey(row.id())).toList();
        var plans = new CheckboxGroup<HandOverRow>();
        plans.setAriaLabel("Plans");
        plans.addThemeName("vertical");
        plans.setItems(rows);
        plans.setItemLabelGenerator(HandOverWords::label);
        plans.setRenderer(new ComponentRenderer<>(row -> HandOverWords.line(row, refusals.get(row.id()))));
        plans.setItemEnabledProvider(row -> !refusals.containsKey(row.id()));
        var start = Ui.primary(new Button("", e -> start(plans)));
        plans.addValueChangeListener(
                e -> start.setText(HandOverWords.deed(e.getValue().size())));
        start.setText(HandOverWords.deed(0));
        if (possible.size() == 1) {
            plans.select(possible);
        }
        var all = new Button("Select all " + possible.size(), e -> plans.select(possible));
        all.setVisible(possible.size() > 1);
        return Ui.card("Plans", Ui.div("stack-3", Ui.div("cluster", all), plans, Ui.div("cluster", start)));
    }

    private void start(CheckboxGroup<HandOverRow> plans) {
        var wrong = new FormErrors();
        wrong.refuse(to, to.getValue() == null, "Choose who takes over the plans");
        wrong.refuse(plans, plans.getValue().isEmpty(), "Choose at least one plan");
        if (!wrong.areNone()) {
            return;
        }
        var chosen = plans.getListDataView()
                .getItems()
                .filter(plans.getValue()::contains)
                .toList();
        setChoosable(false);
        var run = new HandOverRun(
                handOvers,
                chosen,
                Objects.requireNonNull(from.getValue()),
                Objects.requireNonNull(to.getValue()),
                names,
                () -> setChoosable(true));
        work.removeAll();
        work.add(run);
        run.start();
    }

    private void setChoosable(boolean choosable) {
        from.setReadOnly(!choosable);
        to.setReadOnly(!choosable);
    }
}

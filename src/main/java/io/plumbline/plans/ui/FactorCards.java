package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFactor;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.PlannedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contributing factors of a plan: what has become of each, and what addresses it. */
final class FactorCards {
    private FactorCards() {}

    /** @param change records what has become of a factor; null for those who do not decide */
    static Section of(
            PlanDraft draft, IntakeVocabulary vocabulary, @Nullable BiConsumer<PlanFactor, PlanFactor.Status> change) {
        if (draft.factors().isEmpty()) {
            return Ui.card(
                    "Contributing factors",
                    Ui.text("muted", "This plan names none. They come from the intake note when a plan is started."));
        }
        var list = new UnorderedList();
        list.addClassName("factor-list");
        draft.factors().forEach(factor -> list.add(new ListItem(factor(factor, vocabulary, change))));
        var card = Ui.card("Contributing factors", list);
        uncovered(draft.factors(), planned(draft), vocabulary).forEach(card::add);
        return card;
    }

    /** Says which factors nothing addresses, and which services address none. */
    static List<Component> uncovered(
            List<PlanFactor> factors, Set<AppointmentType> planned, IntakeVocabulary vocabulary) {
        var words = new ArrayList<Component>();
        var open = factors.stream()
                .filter(PlanFactor::isUnaddressed)
                .map(factor -> vocabulary.nameOf(factor.code()))
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            words.add(StatusBadge.warn("Nothing addresses: " + open));
        }
        var idle = PlanFactor.servicesWithoutFactor(factors, planned).stream()
                .map(AppointmentType::label)
                .collect(Collectors.joining(", "));
        if (!idle.isEmpty()) {
            words.add(StatusBadge.info("No factor named for: " + idle));
        }
        return words;
    }

    static Set<AppointmentType> planned(PlanDraft draft) {
        return draft.services().stream().map(PlannedService::service).collect(Collectors.toSet());
    }

    private static Component factor(
            PlanFactor factor,
            IntakeVocabulary vocabulary,
            @Nullable BiConsumer<PlanFactor, PlanFactor.Status> change) {
        var by = Stream.of(
                        factor.services().stream().sorted().map(AppointmentType::label),
                        Stream.of(factor.exercise()).filter(words -> !words.isEmpty()),
                        Stream.of(factor.advice()).filter(words -> !words.isEmpty()))
                .flatMap(words -> words)
                .collect(Collectors.joining(" · "));
        var name = vocabulary.nameOf(factor.code());
        var words = Ui.div("stack-0 grow", Ui.text("strong", name));
        words.add(Ui.text("muted small", by.isEmpty() ? "Nothing addresses it" : by));
        var line = Ui.div("factor", words);
        line.add(change == null ? badge(factor.status()) : status(factor, name, change));
        return line;
    }

    private static Component badge(PlanFactor.Status status) {
        return status == PlanFactor.Status.OPEN
                ? StatusBadge.neutral(status.label())
                : status == PlanFactor.Status.IMPROVING
                        ? StatusBadge.info(status.label())
                        : StatusBadge.ok(status.label());
    }

    private static Component status(PlanFactor factor, String name, BiConsumer<PlanFactor, PlanFactor.Status> change) {
        var select = new Select<PlanFactor.Status>();
        select.setItems(PlanFactor.Status.values());
        select.setItemLabelGenerator(PlanFactor.Status::label);
        select.setAriaLabel("Status of " + name);
        select.setValue(factor.status());
        select.setWidth("124px");
        select.addValueChangeListener(e -> change.accept(factor, e.getValue()));
        return select;
    }
}

package io.plumbline.leads.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.WaitingForReview;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The leads in clinical review, shown with the red flags: a chiropractor takes them and decides with a reason; a
 * decision can be undone for ten minutes.
 */
@org.springframework.stereotype.Component
class LeadsToReview implements WaitingForReview {

    private final LeadReviewListService list;
    private final LeadReviewService reviews;
    private final ScreeningRules screening;
    private final ClinicService clinics;

    LeadsToReview(
            LeadReviewListService list, LeadReviewService reviews, ScreeningRules screening, ClinicService clinics) {
        this.list = list;
        this.reviews = reviews;
        this.screening = screening;
        this.clinics = clinics;
    }

    @Override
    public List<LeadReview> page(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        return list.waiting(filter, after, limit);
    }

    @Override
    public long count() {
        return list.count();
    }

    @Override
    public Optional<LeadReview> find(UUID key) {
        return list.find(new LeadId(key));
    }

    @Override
    public Optional<Row> row(ReviewItem item) {
        return item instanceof LeadReview lead
                ? Optional.of(new Row(
                        lead.phone() == null ? "" : lead.phone().digits(),
                        lead.phone() == null ? "" : lead.phone().shown(),
                        found(lead),
                        "Lead · " + handling(lead) + " · " + clinic(lead),
                        lead.takenBy() == null ? "Take" : ""))
                : Optional.empty();
    }

    private String found(LeadReview lead) {
        return Stream.concat(
                        lead.yes().stream().map(rule -> screening
                                .rule(rule)
                                .map(known -> known.flag() + ": " + known.question())
                                .orElse(rule)),
                        Stream.of(lead.concern()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String handling(LeadReview lead) {
        if (lead.takenBy() != null) {
            return "Taken by " + lead.takenBy() + (lead.late() ? ", overdue" : "");
        }
        return lead.late() ? "Unassigned, overdue" : "Unassigned";
    }

    private String clinic(LeadReview lead) {
        return Optional.ofNullable(lead.clinic())
                .map(clinics.labels()::get)
                .map(ClinicLabel::name)
                .orElse("No clinic");
    }

    @Override
    public void takeFirstStep(ReviewItem item, Runnable changed) {
        if (item instanceof LeadReview lead) {
            Attempt.telling(refused -> Toast.warn("A colleague changed this lead first. This is the current version."))
                    .ifNotAvailable("You no longer have access to this lead's queue")
                    .run(() -> reviews.take(lead.id(), lead.version()));
            changed.run();
        }
    }

    @Override
    public void askForDecision(ReviewItem item, Runnable changed) {
        if (item instanceof LeadReview lead) {
            decide(lead, outcome -> {
                offerUndo(lead, outcome, changed);
                changed.run();
            });
        }
    }

    /** Asks for the decision, with a reason, and shows the person's answers beside it. */
    private void decide(LeadReview lead, Consumer<ReviewOutcome> decided) {
        var form = Dialogs.form("Decide: " + lead.fullName()).about("lead").add(answered(lead));
        var decision = form.required(
                UiFields.radio("Decision", List.of(ReviewOutcome.values()), ReviewOutcome::label),
                "Choose a decision for this lead");
        var effect = Ui.div("stack-0 muted");
        effect.getElement().setAttribute("role", "status");
        decision.addValueChangeListener(
                e -> effect.setText(e.getValue() == null ? "" : e.getValue().effect()));
        form.add(effect);
        var reason = form.reason(UiFields.area("Reason", 400), "Enter a reason; it is kept with the lead");
        reason.setHelperText("It is kept with the lead, and only chiropractors can read it.");
        form.open(
                "Decide",
                () -> reviews.decide(lead.id(), lead.version(), decision.getValue(), reason.getValue()),
                () -> decided.accept(decision.getValue()));
    }

    private Div answered(LeadReview lead) {
        var said = Ui.div("stack-0");
        lead.yes()
                .forEach(rule -> said.add(Ui.text(
                        "strong",
                        screening.rule(rule).map(ScreeningRules.Rule::question).orElse(rule) + " Yes")));
        if (!lead.concern().isEmpty()) {
            said.add(Ui.text("", lead.concern()));
        }
        if (!lead.since().isEmpty()) {
            said.add(Ui.text("muted", "Since: " + lead.since()));
        }
        var reach = Ui.div("cluster");
        if (lead.phone() != null) {
            reach.add(new Anchor("tel:" + lead.phone().digits(), lead.phone().shown()));
        }
        if (lead.email() != null) {
            reach.add(new Anchor(lead.email().mailto(), lead.email().address()));
        }
        said.add(reach);
        return said;
    }

    private void offerUndo(LeadReview lead, ReviewOutcome outcome, Runnable changed) {
        Toast.undoable(
                lead.fullName() + " · " + outcome.label(),
                outcome.label() + ", " + lead.fullName(),
                () -> undo(lead.id(), changed));
    }

    private Button undoButton(LeadId lead, String name, ReviewOutcome outcome, Runnable changed) {
        var button = new Button("Undo", e -> undo(lead, changed));
        button.setAriaLabel("Undo: " + outcome.label() + ", " + name);
        return button;
    }

    private void undo(LeadId lead, Runnable changed) {
        Attempt.telling(Toast::warn)
                .ifNotAvailable("You no longer have access to this lead's queue")
                .run(() -> reviews.undo(lead));
        changed.run();
    }

    @Override
    public Component decidedLately(Runnable changed) {
        var decided = list.decidedLately();
        if (decided.isEmpty()) {
            return Ui.text("muted", "You have made no lead decisions in the last ten minutes.");
        }
        var list = new UnorderedList();
        list.addClassName("tasks");
        decided.forEach(one -> {
            var item = new ListItem(
                    Ui.div(
                            "stack-0 grow",
                            Ui.text("strong", one.fullName()),
                            Ui.text("muted small", one.outcome().label() + ": " + one.reason())),
                    undoButton(one.lead(), one.fullName(), one.outcome(), changed));
            item.addClassName("task");
            list.add(item);
        });
        return list;
    }
}

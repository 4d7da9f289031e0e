package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadReview;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.WaitingForReview;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;

/** The leads in clinical review, to be taken, cleared or referred. */
@org.springframework.stereotype.Component
class LeadsToReview implements WaitingForReview {
    private final LeadReviewService reviews;
    private final ScreeningRules screening;
    private final ClinicService clinics;
    private final Clock clock;

    LeadsToReview(LeadReviewService reviews, ScreeningRules screening, ClinicService clinics, Clock clock) {
        this.reviews = reviews;
        this.screening = screening;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public Optional<Component> draw() {
        var waiting = reviews.waiting();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var section = new Section();
        section.addClassName("stack-3");
        fill(section, waiting);
        return Optional.of(section);
    }

    @Override
    public long count() {
        return reviews.count();
    }

    private void fill(Section section, List<LeadReview> waiting) {
        section.removeAll();
        section.setVisible(!waiting.isEmpty());
        var title = new H2("Leads to review");
        title.addClassName("heading");
        var list = new UnorderedList();
        list.addClassName("review-list");
        waiting.forEach(lead -> list.add(new ListItem(card(section, lead))));
        section.add(title, list);
    }

    private Component card(Section section, LeadReview lead) {
        var name = new H3(lead.fullName());
        name.addClassName("heading");
        var reach = Ui.div("cluster");
        if (lead.phone() != null) {
            reach.add(new Anchor("tel:" + lead.phone().digits(), lead.phone().shown()));
        }
        if (lead.email() != null) {
            reach.add(new Anchor(lead.email().mailto(), lead.email().address()));
        }
        var said = Ui.div("stack-0");
        lead.yes().forEach(rule -> said.add(Ui.text("strong", question(rule) + " Yes")));
        if (!lead.concern().isEmpty()) {
            said.add(Ui.text("", lead.concern()));
        }
        if (!lead.since().isEmpty()) {
            said.add(Ui.text("muted", "Since: " + lead.since()));
        }
        var waits = "Waits " + Dates.howLong(Duration.between(lead.receivedAt(), clock.instant())) + " · "
                + Optional.ofNullable(lead.clinic())
                        .map(clinics.labels()::get)
                        .map(label -> label.name())
                        .orElse("No clinic");
        return Ui.div(
                "card stack-2",
                Ui.div("line", name, badge(lead)),
                reach,
                said,
                Ui.text("muted", waits),
                actions(section, lead));
    }

    private static Component badge(LeadReview lead) {
        if (lead.takenBy() != null) {
            return StatusBadge.info("Taken by " + lead.takenBy());
        }
        return lead.late() ? StatusBadge.danger("Untaken") : StatusBadge.warn("Nobody has taken it yet");
    }

    private String question(String rule) {
        return screening.rule(rule).map(ScreeningRules.Rule::question).orElse(rule);
    }

    private Component actions(Section section, LeadReview lead) {
        var actions = Ui.div("cluster");
        if (lead.takenBy() == null) {
            var take = action("Take", lead, section, () -> reviews.take(lead.id(), lead.version()));
            take.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(take);
        }
        actions.add(action("Clear, to be called", lead, section, () -> reviews.clear(lead.id(), lead.version())));
        for (var outcome : ReviewOutcome.values()) {
            actions.add(action(outcome.word(), lead, section, () -> reviews.refer(lead.id(), lead.version(), outcome)));
        }
        return actions;
    }

    private Button action(String word, LeadReview lead, Section section, Runnable act) {
        var button = Ui.once(word, () -> {
            try {
                act.run();
            } catch (OptimisticLockingFailureException | IllegalStateException | NoSuchElementException changed) {
                Notification.show("A colleague was quicker. Here is how it stands now.")
                        .setAssertive(true);
            }
            fill(section, reviews.waiting());
        });
        button.setAriaLabel(word + ": " + lead.fullName());
        return button;
    }
}

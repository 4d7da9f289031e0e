package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The parts of a lead panel: until when to call, the status and who is calling now, below the name; and those below the
 * head, which are updated in place so that typing is not interrupted.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadPanelParts {
    private final CallService calls;
    private final LeadSuggestions suggestions;
    private final LeadContactPart contact;
    private final DuplicateCandidatesPart duplicates;
    private final CallPart call;
    private final LeadActionsPart actions;
    private final LeadIntakePart intakes;
    private final LeadActivityPart activity;
    private final FollowUpWords words;
    private final LeadZones zones;
    private final Clock clock;
    private final Div messages = new Div();

    LeadPanelParts(
            CallService calls,
            LeadSuggestions suggestions,
            LeadContactPart contact,
            DuplicateCandidatesPart duplicates,
            CallPart call,
            LeadActionsPart actions,
            LeadIntakePart intakes,
            LeadActivityPart activity,
            FollowUpWords words,
            LeadZones zones,
            Clock clock) {
        this.calls = calls;
        this.suggestions = suggestions;
        this.contact = contact;
        this.duplicates = duplicates;
        this.call = call;
        this.actions = actions;
        this.intakes = intakes;
        this.activity = activity;
        this.words = words;
        this.zones = zones;
        this.clock = clock;
    }

    /** Creates the title of a part. */
    static H3 title(String words) {
        var title = new H3(words);
        title.addClassName("strong");
        return title;
    }

    /** Returns those below the head. */
    Component[] components() {
        return new Component[] {messages, contact, duplicates, call, actions, intakes, activity};
    }

    /** @param message shown above the lead; empty if there is none */
    void show(LeadDetails lead, Optional<String> message, LeadChanges changes) {
        var plan = calls.plan(lead);
        var mayBeContacted = plan.stoppedSince() == null;
        var isCalling = mayBeContacted && lead.isClaimedBy(CurrentUser.current().staff());
        messages.removeAll();
        message.map(Ui::alert).ifPresent(messages::add);
        suggestions.banner(lead, plan, changes).ifPresent(messages::add);
        messages.setVisible(messages.getComponentCount() > 0);
        contact.show(lead, mayBeContacted);
        call.show(lead, plan, isCalling, changes);
        call.setVisible(isCalling || call.hasTyped());
        if (lead.erasedAt() == null) {
            duplicates.show(lead, changes);
            actions.show(lead, plan, changes, () -> call.log(lead, CallOutcome.TEXT_SENT, changes));
            intakes.show(lead, mayBeContacted, changes);
        } else {
            // nobody is left to whom any of it could be done
            Stream.of(duplicates, actions, intakes).forEach(part -> part.setVisible(false));
        }
        activity.show(lead, changes);
    }

    /** Returns whether something that is no part of the lead itself changed since it was shown. */
    boolean hasNews(LeadDetails lead) {
        return activity.hasNews(lead) || intakes.hasNews(lead);
    }

    /** Returns the status of a lead at this moment, with the time left. */
    Component progress(LeadDetails lead) {
        return Ui.div(
                "cluster", Stream.concat(status(lead), Stream.of(claimed(lead))).toArray(Component[]::new));
    }

    private Stream<Component> status(LeadDetails lead) {
        var followUp = lead.followUp();
        if (followUp == null) {
            return Stream.of(StatusBadge.neutral(lead.status().label()));
        }
        if (lead.status() == LeadStatus.CLINICAL_REVIEW
                && !lead.isReviewTaken()
                && followUp.urgency(clock.instant()) == Urgency.OVERDUE) {
            return Stream.of(StatusBadge.danger("Unassigned"), status(lead.status()));
        }
        var draft = lead.draft();
        return Stream.of(
                words.badge(followUp, lead.status(), draft.callWindow(), draft.clinic()), status(lead.status()));
    }

    private static Component status(LeadStatus status) {
        return status == LeadStatus.CLINICAL_REVIEW
                ? StatusBadge.clinical(status.label())
                : Ui.text("muted", status.label());
    }

    private Component claimed(LeadDetails lead) {
        var claim = lead.claim();
        if (claim == null) {
            return Ui.text("muted", "");
        }
        var until = Dates.time(
                claim.until().atZone(zones.zoneOf(lead.draft().clinic())).toLocalTime());
        return Ui.text(
                "muted",
                (claim.staff().equals(CurrentUser.current().staff()) ? "Claimed by you" : claim.name() + " is calling")
                        + ", until " + until);
    }
}

package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.calling.CallPlan;
import io.plumbline.leads.calling.CallProposal;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** Makes the banner above a lead: what prevents a call or, otherwise, the proposed next step. */
@SpringComponent
class LeadSuggestions {
    private final LeadService leads;
    private final LeadQuestions questions;
    private final LeadZones zones;
    private final LeadUndo undo;

    LeadSuggestions(LeadService leads, LeadQuestions questions, LeadZones zones, LeadUndo undo) {
        this.leads = leads;
        this.questions = questions;
        this.zones = zones;
        this.undo = undo;
    }

    Optional<Component> banner(LeadDetails lead, CallPlan plan, LeadChanges changes) {
        if (plan.stoppedSince() != null) {
            var zone = zones.zoneOf(lead.draft().clinic());
            return Optional.of(Ui.alert("This person asked not to be contacted, on "
                    + Dates.dayAndTime(plan.stoppedSince(), zone)
                    + ". Only a new request of their own on the public form lifts this."));
        }
        return Optional.ofNullable(plan.proposal())
                .filter(proposal -> lead.claim() == null
                        || lead.isClaimedBy(CurrentUser.current().staff()))
                .map(proposal -> proposed(proposal, lead, changes));
    }

    /** Returns a proposal based on the call attempts, with its reason and one button that runs it. */
    private Component proposed(CallProposal proposal, LeadDetails lead, LeadChanges changes) {
        var wakes = questions.wakesAfter(CallProposal.REST_DAYS, lead);
        var button =
                switch (proposal) {
                    case NURTURE_LEAD ->
                        new Button(
                                "Nurture until " + Dates.day(wakes.toLocalDate()),
                                e -> changes.attempt(() -> {
                                    leads.nurture(lead.id(), lead.version(), wakes.toInstant());
                                    undo.offer(lead.id(), "moved to nurture", changes::refresh);
                                }));
                    case MARK_LOST ->
                        new Button(
                                "Mark as lost",
                                e -> changes.attempt(() -> {
                                    leads.lose(lead.id(), lead.version(), "Wrong number, and no e-mail address");
                                    undo.offer(lead.id(), "marked as lost", changes::refresh);
                                }));
                };
        return Ui.div("banner tone-info", Icon.INFO.create(), Ui.div("stack-2", Ui.text("", reason(proposal)), button));
    }

    private static String reason(CallProposal proposal) {
        return switch (proposal) {
            case NURTURE_LEAD ->
                "Tried in three parts of the day within five business days, and nobody answered. Move to nurture for "
                        + CallProposal.REST_DAYS + " days?";
            case MARK_LOST -> "The number is somebody else's, and there is no e-mail address to write to.";
        };
    }
}

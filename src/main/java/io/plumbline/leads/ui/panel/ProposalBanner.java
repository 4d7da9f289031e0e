package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.calling.CallProposal;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;

/** A proposal based on the call attempts, with its reason and one button that runs it. */
class ProposalBanner extends Composite<Div> {
    ProposalBanner(
            CallProposal proposal,
            LeadService leads,
            LeadPanelParts parts,
            LeadDetails lead,
            Consumer<Runnable> attempt) {
        getContent().addClassNames("banner", "tone-info");
        var wakes = parts.wakesAfter(CallProposal.REST_DAYS, lead);
        var button =
                switch (proposal) {
                    case NURTURE_LEAD ->
                        new Button(
                                "Nurture until " + Dates.day(wakes.toLocalDate()),
                                e -> attempt.accept(() -> leads.nurture(lead.id(), lead.version(), wakes.toInstant())));
                    case MARK_LOST ->
                        new Button(
                                "Mark as lost",
                                e -> attempt.accept(() ->
                                        leads.lose(lead.id(), lead.version(), "Wrong number, and no e-mail address")));
                };
        getContent().add(Icon.INFO.create(), Ui.div("stack-2", Ui.text("", reason(proposal)), button));
    }

    private static String reason(CallProposal proposal) {
        return switch (proposal) {
            case NURTURE_LEAD ->
                "Tried in three parts of the day within five working days, and nobody answered. Let them rest for "
                        + CallProposal.REST_DAYS + " days?";
            case MARK_LOST -> "The number is somebody else's, and there is no e-mail address to write to.";
        };
    }
}

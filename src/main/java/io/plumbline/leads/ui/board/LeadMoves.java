package io.plumbline.leads.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.ui.panel.LeadQuestion;
import io.plumbline.leads.ui.panel.LeadQuestions;
import io.plumbline.leads.ui.panel.LeadUndo;
import io.plumbline.leads.ui.panel.LeadVisits;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the action that moves a lead to another status; a status is never set directly. */
@Component
class LeadMoves {
    /** The statuses that the board offers; all others are decided on the lead's page. */
    private static final Set<LeadStatus> HERE = EnumSet.of(
            LeadStatus.ATTEMPTING,
            LeadStatus.CONTACTED,
            LeadStatus.NURTURE,
            LeadStatus.LOST,
            LeadStatus.CONVERTED,
            LeadStatus.CONSULTATION_BOOKED,
            LeadStatus.NEW);

    private final LeadService leads;
    private final LeadQuestions questions;
    private final LeadVisits visits;
    private final LeadUndo undo;

    LeadMoves(LeadService leads, LeadQuestions questions, LeadVisits visits, LeadUndo undo) {
        this.leads = leads;
        this.questions = questions;
        this.visits = visits;
        this.undo = undo;
    }

    /**
     * Opens the action that leads to a status, or says why there is none or what is possible instead.
     *
     * @param done runs after the action
     */
    void open(LeadDetails lead, LeadStatus to, Runnable done) {
        if (!lead.canBecome(to)) {
            refuse(lead, lead.status().refusal(to, lead.status()) + ".");
            return;
        }
        if (to == LeadStatus.CONTACTED && lead.status() == LeadStatus.CONSULTATION_BOOKED) {
            refuse(lead, "Cancel the consultation in the schedule. The lead is then Contacted and called again.");
            return;
        }
        switch (to) {
            case ATTEMPTING, CONTACTED -> logCall(lead, to, done);
            case NURTURE -> questions.nurture(lead, done);
            case LOST -> questions.markLost(lead, done);
            case CONVERTED -> visits.convert(lead, null);
            case CONSULTATION_BOOKED -> visits.book(lead, done);
            case CONSULTATION_HELD ->
                refuse(lead, "Complete the consultation's appointment in the schedule. The lead then moves here.");
            case NEW -> questions.reopen(lead, done);
            case SPAM, CLINICAL_REVIEW, MERGED -> refuse(lead, "Change this status on the lead's page.");
        }
    }

    /** Offers the possible actions for a lead, for use by keyboard. */
    void choose(LeadDetails lead, Runnable done) {
        var dialog = new Dialog();
        var ways = Ui.div("stack-2");
        lead.status().next(lead.status()).stream()
                .filter(HERE::contains)
                .filter(to -> to != LeadStatus.CONTACTED || lead.status() != LeadStatus.CONSULTATION_BOOKED)
                .sorted()
                .forEach(to -> ways.add(new Button(verb(to), e -> {
                    dialog.close();
                    open(lead, to, done);
                })));
        open(
                dialog,
                lead,
                ways.getComponentCount() > 0
                        ? ways
                        : Ui.text(
                                "muted",
                                "This lead is " + word(lead.status()) + ". Decide the next step on its page."));
    }

    private static void refuse(LeadDetails lead, String why) {
        open(new Dialog(), lead, Ui.alert(why));
    }

    private static void open(Dialog dialog, LeadDetails lead, com.vaadin.flow.component.Component body) {
        dialog.getFooter().add(new Anchor(Routes.lead(lead.id()), "Open the lead"));
        Dialogs.show(dialog, Dialogs.Width.SMALL, lead.draft().fullName(), body);
        dialog.open();
    }

    private void logCall(LeadDetails lead, LeadStatus to, Runnable done) {
        var question =
                new LeadQuestion(leads, lead, "Log a call with " + lead.draft().fullName());
        var outcomes = Arrays.stream(CallOutcome.values())
                .filter(one -> one.leadsTo() == to)
                .toList();
        var outcome = question.form()
                .typedIf(() -> false)
                .required(UiFields.radio("Call outcome", outcomes, CallOutcome::label), "Choose a call outcome");
        if (outcomes.size() == 1) {
            outcome.setValue(outcomes.getFirst());
        }
        question.open(
                "Log the call",
                now -> {
                    var how = Objects.requireNonNull(outcome.getValue());
                    leads.logCall(now.id(), now.version(), how);
                    undo.offer(now.id(), how.label(), done);
                },
                done);
    }

    private static String verb(LeadStatus to) {
        return switch (to) {
            case ATTEMPTING -> "Log a call without contact…";
            case CONTACTED -> "Log a contact…";
            case NURTURE -> "Move to nurture…";
            case LOST -> "Mark as lost…";
            case CONVERTED -> "Convert…";
            case CONSULTATION_BOOKED -> "Book a consultation…";
            case NEW -> "Reopen…";
            case CONSULTATION_HELD, SPAM, CLINICAL_REVIEW, MERGED -> to.label() + "…";
        };
    }

    private static String word(LeadStatus status) {
        return status.label().toLowerCase(Locale.ROOT);
    }
}

package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallNoteService;
import io.plumbline.leads.calling.CallPlan;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The call itself: the call note, and one button and one key per outcome, each with what happens next. The note is kept
 * until the call is logged.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CallPart extends Composite<Div> {
    private final LeadService leads;
    private final CallNoteService notes;
    private final LeadQuestions questions;
    private final LeadZones zones;
    private final LeadUndo undo;
    private final Div outcomes = Ui.div("stack-2");
    private @Nullable CallNoteField said;

    CallPart(LeadService leads, CallNoteService notes, LeadQuestions questions, LeadZones zones, LeadUndo undo) {
        this.leads = leads;
        this.notes = notes;
        this.questions = questions;
        this.zones = zones;
        this.undo = undo;
        getContent().addClassName("panel-part");
        getContent().add(outcomes);
    }

    /** Shows the outcomes that are possible now; keeps the note that is being typed. */
    void show(LeadDetails lead, CallPlan plan, boolean isCalling, LeadChanges changes) {
        if (said == null) {
            said = new CallNoteField(notes, lead.id());
            getContent().addComponentAsFirst(said);
        } else {
            said.refresh();
        }
        said.setVisible(isCalling || !said.isEmpty());
        outcomes.removeAll();
        outcomes.setVisible(isCalling);
        if (isCalling) {
            var ends = Arrays.stream(CallOutcome.values())
                    .filter(outcome -> outcome.isCall() && lead.canEnd(outcome))
                    .map(outcome -> button(outcome, lead, plan, changes))
                    .toArray(Component[]::new);
            outcomes.add(Ui.div("line spread", LeadPanelParts.title("How did it end?")), Ui.div("outcomes", ends));
        }
    }

    /** Returns whether the note has text that was not yet logged with a call. */
    boolean hasTyped() {
        return !said().isEmpty();
    }

    /** Logs a call or a text message together with the note. */
    void log(LeadDetails lead, CallOutcome outcome, LeadChanges changes) {
        log(lead, new Call(outcome, said().text(), null), changes);
    }

    private void log(LeadDetails now, Call call, LeadChanges changes) {
        leads.logCall(now.id(), now.version(), call);
        said().logged();
        undo.offer(now.id(), call.outcome().label(), changes::refresh);
    }

    private CallNoteField said() {
        return Objects.requireNonNull(said);
    }

    private Button button(CallOutcome outcome, LeadDetails lead, CallPlan plan, LeadChanges changes) {
        var key = String.valueOf(outcome.ordinal() + 1);
        var hint = Ui.text("kbd", key);
        hint.getElement().setAttribute("aria-hidden", "true");
        var asks = outcome == CallOutcome.CALL_LATER
                || outcome == CallOutcome.NOT_INTERESTED
                || outcome == CallOutcome.STOP_CONTACTING;
        var button = new Button(
                Ui.span(
                        "outcome",
                        hint,
                        Ui.span(
                                "two",
                                Ui.text("", outcome.label() + (asks ? "…" : "")),
                                Ui.text("quiet", follows(outcome, lead, plan)))),
                e -> choose(outcome, lead, changes));
        if (outcome == CallOutcome.REACHED) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Keys.on(button, key, outcome.label());
        return button;
    }

    private void choose(CallOutcome outcome, LeadDetails lead, LeadChanges changes) {
        switch (outcome) {
            case CALL_LATER ->
                questions.callLater(
                        lead,
                        (now, again) -> log(now, new Call(outcome, said().text(), again), changes),
                        changes::reload);
            case NOT_INTERESTED ->
                questions.notInterested(
                        lead, (now, why) -> log(now, Call.notInterested(said().text(), why), changes), changes::reload);
            case STOP_CONTACTING -> questions.stopContacting(lead, now -> log(now, outcome, changes), changes::reload);
            default -> changes.attempt(() -> log(lead, outcome, changes));
        }
    }

    private String follows(CallOutcome outcome, LeadDetails lead, CallPlan plan) {
        return switch (outcome) {
            case REACHED ->
                lead.canEnd(CallOutcome.REACHED) && lead.hasConsultation()
                        ? "no change"
                        : lead.canBecome(LeadStatus.CONTACTED) ? "then book" : "again " + at(outcome, lead, plan);
            case NO_ANSWER, VOICEMAIL, TEXT_SENT, MAIL_SENT -> at(outcome, lead, plan);
            case WRONG_NUMBER -> lead.draft().email() == null ? "then mark as lost" : "e-mail instead";
            case CALL_LATER -> "you choose";
            case NOT_INTERESTED -> "ends the lead";
            case STOP_CONTACTING -> "nobody calls again";
        };
    }

    private String at(CallOutcome outcome, LeadDetails lead, CallPlan plan) {
        var at = Objects.requireNonNull(plan.followUps().get(outcome)).at();
        var zone = zones.zoneOf(lead.draft().clinic());
        var there = at.atZone(zone);
        return there.toLocalDate().equals(zones.today(lead.draft().clinic()))
                ? "today " + Dates.time(there.toLocalTime())
                : Dates.dayAndTime(at, zone);
    }
}

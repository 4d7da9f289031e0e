package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallPlan;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The call itself: the call note, and one button and one key per outcome, each with what happens next. The note is kept
 * until the call is logged.
 */
class CallPart extends Composite<Div> {
    private final LeadService leads;
    private final LeadPanelParts parts;
    private final Consumer<Runnable> attempt;
    private final CallNoteField said;
    private final Div outcomes = Ui.div("stack-2");
    private LeadDetails lead;
    private boolean isShown;

    /** @param attempt runs an action on the lead, shows why it was refused, and reloads the lead */
    CallPart(LeadService leads, LeadPanelParts parts, LeadDetails lead, Consumer<Runnable> attempt) {
        this.leads = leads;
        this.parts = parts;
        this.lead = lead;
        this.attempt = attempt;
        said = new CallNoteField(parts.notes(), lead.id());
        getContent().addClassName("panel-part");
        getContent().add(said, outcomes);
    }

    /** Shows the outcomes that are possible now; keeps the note that is being typed. */
    void show(LeadDetails now, CallPlan plan, boolean isCalling) {
        lead = now;
        if (isShown) {
            said.refresh();
        }
        isShown = true;
        said.setVisible(isCalling || !said.isEmpty());
        outcomes.removeAll();
        outcomes.setVisible(isCalling);
        if (isCalling) {
            var ends = Arrays.stream(CallOutcome.values())
                    .filter(outcome -> outcome.isCall() && now.canEnd(outcome))
                    .map(outcome -> button(outcome, plan))
                    .toArray(Component[]::new);
            var title = new H3("How did it end?");
            title.addClassName("strong");
            outcomes.add(Ui.div("line spread", title), Ui.div("outcomes", ends));
        }
    }

    /** Returns whether the note has text that was not yet logged with a call. */
    boolean hasTyped() {
        return !said.isEmpty();
    }

    /** Logs a call or a text message together with the note. */
    void log(CallOutcome outcome, @Nullable Instant again) {
        attempt.accept(() -> logged(lead, new Call(outcome, said.text(), again)));
    }

    private void logged(LeadDetails now, Call call) {
        leads.logCall(now.id(), now.version(), call);
        said.logged();
    }

    private Button button(CallOutcome outcome, CallPlan plan) {
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
                                Ui.text("quiet", follows(outcome, plan)))),
                e -> choose(outcome));
        if (outcome == CallOutcome.REACHED) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Keys.on(button, key, outcome.label());
        return button;
    }

    private void choose(CallOutcome outcome) {
        switch (outcome) {
            case CALL_LATER ->
                parts.questions()
                        .callLater(
                                lead,
                                (now, again) -> logged(now, new Call(outcome, said.text(), again)),
                                () -> attempt.accept(() -> {}));
            case NOT_INTERESTED ->
                parts.questions()
                        .notInterested(
                                lead,
                                (now, why) -> logged(now, Call.notInterested(said.text(), why)),
                                () -> attempt.accept(() -> {}));
            case STOP_CONTACTING ->
                parts.questions()
                        .stopContacting(
                                lead,
                                now -> logged(now, new Call(outcome, said.text(), null)),
                                () -> attempt.accept(() -> {}));
            default -> log(outcome, null);
        }
    }

    private String follows(CallOutcome outcome, CallPlan plan) {
        return switch (outcome) {
            case REACHED ->
                lead.canEnd(CallOutcome.REACHED) && lead.hasConsultation()
                        ? "no change"
                        : lead.canBecome(LeadStatus.CONTACTED) ? "then book" : "again " + at(outcome, plan);
            case NO_ANSWER, VOICEMAIL, TEXT_SENT, MAIL_SENT -> at(outcome, plan);
            case WRONG_NUMBER -> lead.draft().email() == null ? "then mark as lost" : "e-mail instead";
            case CALL_LATER -> "you choose";
            case NOT_INTERESTED -> "ends the lead";
            case STOP_CONTACTING -> "nobody calls again";
        };
    }

    private String at(CallOutcome outcome, CallPlan plan) {
        var at = Objects.requireNonNull(plan.followUps().get(outcome)).at();
        var zone = parts.zoneOf(lead.draft().clinic());
        var there = at.atZone(zone);
        return there.toLocalDate().equals(parts.now().atZone(zone).toLocalDate())
                ? "today " + Dates.time(there.toLocalTime())
                : Dates.dayAndTime(at, zone);
    }
}

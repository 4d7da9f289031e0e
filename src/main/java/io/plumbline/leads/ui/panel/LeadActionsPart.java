package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.SpamSigns;
import io.plumbline.leads.calling.CallPlan;
import io.plumbline.leads.calling.LeadMessage;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The buttons of a lead: what can be done with it next or, if it is closed, the way back. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadActionsPart extends Composite<Div> {
    private final LeadService leads;
    private final LeadQuestions questions;
    private final LeadVisits visits;
    private final LeadReturnService returns;
    private final LeadUndo undo;
    private final MessageService messages;
    private final ClinicService clinics;
    private final Clock clock;

    LeadActionsPart(
            LeadService leads,
            LeadQuestions questions,
            LeadVisits visits,
            LeadReturnService returns,
            LeadUndo undo,
            MessageService messages,
            ClinicService clinics,
            Clock clock) {
        this.leads = leads;
        this.questions = questions;
        this.visits = visits;
        this.returns = returns;
        this.undo = undo;
        this.messages = messages;
        this.clinics = clinics;
        this.clock = clock;
        getContent().addClassName("panel-part");
    }

    /** @param logText logs a text message together with the call note */
    void show(LeadDetails lead, CallPlan plan, LeadChanges changes, Runnable logText) {
        getContent().removeAll();
        if (lead.status().isOpen()) {
            getContent().add(nextStep(lead, plan, changes, logText));
        } else {
            wayBack(lead, plan, changes).ifPresent(getContent()::add);
        }
        setVisible(getContent().getComponentCount() > 0);
    }

    private Component nextStep(LeadDetails lead, CallPlan plan, LeadChanges changes, Runnable logText) {
        var isMine = lead.isClaimedBy(CurrentUser.current().staff());
        if (lead.claim() != null && !isMine) {
            return Ui.text("muted", lead.claim().name() + " is calling this person now.");
        }
        if (lead.status() == LeadStatus.CLINICAL_REVIEW) {
            return Ui.text(
                    "muted",
                    lead.isReviewTaken()
                            ? "A chiropractor is reviewing this lead."
                            : "A chiropractor reviews this lead first. Do not call before then.");
        }
        var buttons = Ui.div("cluster");
        var mayBeContacted = plan.stoppedSince() == null;
        if (isMine) {
            buttons.add(release(lead, changes));
        } else if (mayBeContacted) {
            buttons.add(claim(lead, changes));
        }
        addBooking(buttons, lead, changes);
        if (mayBeContacted) {
            addMessages(buttons, lead, changes, logText);
        }
        buttons.add(new Button("Edit…", e -> changes.edit()));
        if (lead.canBecome(LeadStatus.NURTURE)) {
            buttons.add(new Button("Move to nurture…", e -> questions.nurture(lead, changes::reload)));
        }
        if (lead.canBecome(LeadStatus.SPAM)
                && SpamSigns.of(lead.draft().fullName(), lead.draft().concern()).isPresent()) {
            buttons.add(new Button(
                    "Mark as spam", e -> changes.attempt(() -> returns.markAsSpam(lead.id(), lead.version()))));
        }
        if (lead.canBecome(LeadStatus.LOST)) {
            buttons.add(new Button("Mark as lost…", e -> questions.markLost(lead, changes::reload)));
        }
        return buttons;
    }

    private void addBooking(Div buttons, LeadDetails lead, LeadChanges changes) {
        if (clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)).isEmpty()) {
            // without a clinic, nothing can be booked
            return;
        }
        if (lead.canBecome(LeadStatus.CONVERTED)) {
            var convert = Ui.primary(new Button("Convert…", e -> visits.convert(lead, null)));
            buttons.add(convert);
        }
        if (lead.canBecome(LeadStatus.CONSULTATION_BOOKED)) {
            var book = new Button("Book a consultation…", e -> visits.book(lead, changes::reload));
            Keys.on(book, "b", "Book a consultation");
            buttons.add(book);
        }
    }

    private void addMessages(Div buttons, LeadDetails lead, LeadChanges changes, Runnable logText) {
        if (lead.draft().phone() != null && lead.canEnd(CallOutcome.TEXT_SENT)) {
            buttons.add(new Button("Log a text", e -> changes.attempt(logText)));
        }
        if (lead.draft().email() != null) {
            var write = new Button("Write…", e -> write(lead, changes::reload));
            Keys.on(write, "e", "Write an e-mail");
            buttons.add(write);
        }
    }

    /** Chooses a message template, previews the message, and sends it. */
    private void write(LeadDetails lead, Runnable done) {
        var form = Dialogs.form("Write to " + lead.draft().fullName())
                .typedIf(() -> false)
                .about("lead");
        var offered = messages.offered(lead);
        var choice = form.optional(UiFields.choice("Message", offered, LeadMessage::label));
        var preview = Ui.div("letter stack-2");
        preview.getElement().setAttribute("aria-live", "polite");
        choice.addValueChangeListener(e -> {
            var mail = messages.preview(lead, e.getValue());
            preview.removeAll();
            preview.add(
                    Ui.facts("To", mail.to().address(), "Subject", mail.subject()),
                    Ui.text("letter-text", mail.body()));
        });
        choice.setValue(offered.getFirst());
        form.add(preview).open("Send", () -> messages.send(lead.id(), choice.getValue()), done);
    }

    /** Returns the button that unmerges or reopens a closed lead; empty if neither is possible. */
    private Optional<Component> wayBack(LeadDetails lead, CallPlan plan, LeadChanges changes) {
        if (lead.status() == LeadStatus.MERGED) {
            return Optional.of(
                    new Button("Unmerge", e -> changes.attempt(() -> returns.unmerge(lead.id(), lead.version()))));
        }
        return lead.canBecome(LeadStatus.NEW) && plan.stoppedSince() == null
                ? Optional.of(new Button("Reopen…", e -> questions.reopen(lead, changes::reload)))
                : Optional.empty();
    }

    private Button claim(LeadDetails lead, LeadChanges changes) {
        var claim = new Button(
                "Claim",
                e -> changes.attempt(() -> {
                    leads.claim(lead.id(), lead.version());
                    undo.offer(lead.id(), "claimed", changes::refresh);
                }));
        var followUp = lead.followUp();
        // a person just called is not next: on such a lead, the key claims the next lead of the queue
        if (followUp != null && followUp.urgency(clock.instant()) != Urgency.LATER) {
            Keys.on(claim, "c", "Claim this lead");
            if (!lead.canBecome(LeadStatus.CONVERTED)) {
                claim.addThemeVariants(ButtonVariant.PRIMARY);
            }
        }
        return claim;
    }

    private Button release(LeadDetails lead, LeadChanges changes) {
        var release = new Button("Release", e -> changes.attempt(() -> leads.release(lead.id(), lead.version())));
        Keys.on(release, "r", "Release this lead");
        return release;
    }
}

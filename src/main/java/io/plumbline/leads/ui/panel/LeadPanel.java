package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallPlan;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.outbox.MailDetails;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** A lead beside the queue: contact details, the call, other actions, and the activity. */
public class LeadPanel extends Composite<Section> {
    private final LeadService leads;
    private final LeadPanelParts parts;
    private final LeadPanelHead head;
    private final Runnable close;
    private final Div messages = new Div();
    private final Div background = new Div();
    private final CallPart call;
    private final Div duplicates = new Div();
    private final Div actions = Ui.div("panel-part");
    private final Div story = new Div();
    private LeadDetails lead;
    private Map<LeadId, List<MailDetails>> mails = Map.of();

    /**
     * @param message shown above the lead; empty if there is none
     * @param close returns to the queue
     */
    public LeadPanel(
            LeadService leads, LeadPanelParts parts, LeadDetails lead, Optional<String> message, Runnable close) {
        this.close = close;
        this.leads = leads;
        this.parts = parts;
        this.lead = lead;
        head = new LeadPanelHead(parts, close);
        call = new CallPart(leads, parts, lead, this::attempt);
        getContent().addClassName("panel");
        getContent().getElement().setAttribute("aria-label", "Lead");
        draw(message);
    }

    /** Reloads the lead, unless it is being edited. */
    public void refresh() {
        if (!isCorrecting()) {
            leads.reload(lead.id()).ifPresent(now -> {
                var messagesNow = parts.messages(now);
                if (!now.equals(lead) || !messagesNow.equals(mails)) {
                    lead = now;
                    draw(Optional.empty());
                }
            });
        }
        tellTime();
    }

    /** Updates the time left. */
    public void tellTime() {
        head.tellTime();
    }

    /** Returns whether closing the panel would lose something typed. */
    public boolean hasChanges() {
        return getContent()
                .getChildren()
                .anyMatch(part -> part instanceof LeadEditor correction && correction.hasChanges());
    }

    private boolean isCorrecting() {
        return getContent().getChildren().anyMatch(LeadEditor.class::isInstance);
    }

    public LeadId lead() {
        return lead.id();
    }

    /** Moves keyboard and screen reader focus to the lead. */
    public void focus() {
        head.focus();
    }

    /** Updates the parts in place, so that typing is not interrupted. */
    private void draw(Optional<String> message) {
        if (isCorrecting() || getContent().getComponentCount() == 0) {
            getContent().removeAll();
            getContent().add(head, messages, background, duplicates, call, actions, story);
        }
        var plan = parts.plan(lead);
        var isCalling = isMine() && plan.stoppedSince() == null;
        head.show(lead, getContent());
        messages.removeAll();
        message.map(Ui::alert).ifPresent(messages::add);
        suggestions(plan).ifPresent(messages::add);
        messages.setVisible(messages.getComponentCount() > 0);
        background.removeAll();
        background.add(new LeadContactPart(lead, parts, plan.stoppedSince() == null));
        call.show(lead, plan, isCalling);
        call.setVisible(isCalling || call.hasTyped());
        duplicates.removeAll();
        duplicates.add(new DuplicateCandidatesPart(
                parts.returns(), parts.visits(), lead, zone(), this::attempt, this::refreshed));
        actions.removeAll();
        if (lead.status().isOpen()) {
            actions.add(nextStep(plan));
        } else {
            wayBack(plan).ifPresent(actions::add);
        }
        actions.setVisible(actions.getComponentCount() > 0);
        story.removeAll();
        mails = parts.messages(lead);
        story.add(new LeadActivityPart(lead, mails, zone(), mail -> attempt(() -> parts.retry(lead, mail))));
    }

    /** Returns what prevents a call or, otherwise, the proposed next step. */
    private Optional<Component> suggestions(CallPlan plan) {
        if (plan.stoppedSince() != null) {
            return Optional.of(Ui.alert("This person asked not to be contacted, on "
                    + Dates.dayAndTime(plan.stoppedSince(), zone())
                    + ". Only a request of their own on the public form lifts that."));
        }
        return Optional.ofNullable(plan.proposal())
                .filter(proposal -> lead.claim() == null || isMine())
                .map(proposal -> new ProposalBanner(proposal, leads, parts, lead, this::attempt));
    }

    private Component nextStep(CallPlan plan) {
        if (lead.claim() != null && !isMine()) {
            return Ui.text("muted", lead.claim().name() + " is calling this person now.");
        }
        if (lead.status() == LeadStatus.CLINICAL_REVIEW) {
            return Ui.text(
                    "muted",
                    lead.isReviewTaken()
                            ? "A chiropractor looks after this person."
                            : "A chiropractor looks at this first. Nobody calls before.");
        }
        var some = Ui.div("cluster");
        if (isMine()) {
            some.add(release());
        } else if (plan.stoppedSince() == null) {
            some.add(claim());
        }
        // without a clinic, nothing can be booked
        if (lead.canBecome(LeadStatus.CONVERTED) && !parts.clinics().isEmpty()) {
            var convert = new Button("Convert…", e -> parts.visits().convert(lead, null));
            convert.addThemeVariants(ButtonVariant.PRIMARY);
            some.add(convert);
        }
        if (lead.canBecome(LeadStatus.CONSULTATION_BOOKED) && !parts.clinics().isEmpty()) {
            var book = new Button("Book a consultation…", e -> parts.visits().book(lead, this::refreshed));
            Keys.on(book, "b", "Book a consultation");
            some.add(book);
        }
        if (lead.draft().phone() != null && plan.stoppedSince() == null && lead.canEnd(CallOutcome.TEXT_SENT)) {
            some.add(new Button("Log a text", e -> call.log(CallOutcome.TEXT_SENT, null)));
        }
        if (lead.draft().email() != null && plan.stoppedSince() == null) {
            var write = new Button("Write…", e -> parts.write(lead, this::refreshed));
            Keys.on(write, "e", "Write an e-mail");
            some.add(write);
        }
        some.add(new Button("Edit…", e -> correct()));
        if (lead.canBecome(LeadStatus.NURTURE)) {
            some.add(new Button("Move to nurture…", e -> parts.questions().nurture(lead, this::refreshed)));
        }
        if (lead.canBecome(LeadStatus.LOST)) {
            some.add(new Button("Mark as lost…", e -> parts.questions().markLost(lead, this::refreshed)));
        }
        return some;
    }

    /** Returns the button that unmerges or reopens a closed lead; empty if neither is possible. */
    private Optional<Component> wayBack(CallPlan plan) {
        if (lead.status() == LeadStatus.MERGED) {
            return Optional.of(
                    new Button("Unmerge", e -> attempt(() -> parts.returns().unmerge(lead.id(), lead.version()))));
        }
        return lead.canBecome(LeadStatus.NEW) && plan.stoppedSince() == null
                ? Optional.of(new Button("Reopen…", e -> parts.returns().reopen(lead, this::refreshed)))
                : Optional.empty();
    }

    private Button claim() {
        var claim = new Button("Claim", e -> attempt(() -> leads.claim(lead.id(), lead.version())));
        var followUp = lead.followUp();
        // a person just called is not next: on such a lead, the key claims the next lead of the queue
        if (followUp != null && followUp.urgency(parts.now()) != Urgency.LATER) {
            Keys.on(claim, "c", "Claim this lead");
            if (!lead.canBecome(LeadStatus.CONVERTED)) {
                claim.addThemeVariants(ButtonVariant.PRIMARY);
            }
        }
        return claim;
    }

    private Button release() {
        var release = new Button("Release", e -> attempt(() -> leads.release(lead.id(), lead.version())));
        Keys.on(release, "r", "Release this lead");
        return release;
    }

    /** Runs an action on the lead and reloads it; shows the reason in place if the action was refused. */
    private void attempt(Runnable action) {
        try {
            action.run();
            showAsItIsNow(now -> null);
        } catch (OptimisticLockingFailureException changedInTheMeantime) {
            showAsItIsNow(LeadPanel::whoWasQuicker);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            showAsItIsNow(now -> refused.getMessage());
        } catch (NoSuchElementException inAnotherQueueNow) {
            close.run();
        }
    }

    private static String whoWasQuicker(LeadDetails now) {
        var claim = now.claim();
        return claim != null && !claim.staff().equals(Caller.current().staff())
                ? claim.name() + " claimed this lead first. Your change was not saved."
                : now.changedBy()
                        + " changed this lead in the meantime. Your change was not saved. This is the current version.";
    }

    private void showAsItIsNow(Function<LeadDetails, @Nullable String> message) {
        leads.reload(lead.id())
                .ifPresentOrElse(
                        now -> {
                            lead = now;
                            draw(Optional.ofNullable(message.apply(now)));
                            focus();
                        },
                        close);
    }

    private void correct() {
        getContent().removeAll();
        var correction = new LeadEditor(leads, parts.clinics(), parts.phoneRegion(), lead, this::refreshed);
        getContent().add(head, correction);
        correction.focus();
    }

    private void refreshed() {
        showAsItIsNow(now -> null);
    }

    private boolean isMine() {
        return lead.claim() != null
                && lead.claim().staff().equals(Caller.current().staff());
    }

    private ZoneId zone() {
        return parts.zoneOf(lead.draft().clinic());
    }
}

package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.CallPlan;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.Urgency;
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

/** One lead beside the queue: who it is, how they are reached, the call, what else may be done, and the story so far. */
class LeadPanel extends Composite<Section> {
    private final LeadService leads;
    private final LeadPanelParts parts;
    private final LeadPanelHead head;
    private final Runnable close;
    private final Div messages = new Div();
    private final Div told = new Div();
    private final CallPart call;
    private final Div twins = new Div();
    private final Div actions = Ui.div("panel-part");
    private final Div story = new Div();
    private LeadDetails lead;
    private Map<LeadId, List<MailDetails>> letters = Map.of();

    /**
     * @param message said above the lead; empty where there is nothing to say
     * @param close leads back to the queue
     */
    LeadPanel(LeadService leads, LeadPanelParts parts, LeadDetails lead, Optional<String> message, Runnable close) {
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

    /** Shows the lead as it is now, where nothing is being corrected. */
    void refresh() {
        if (!isCorrecting()) {
            leads.again(lead.id()).ifPresent(now -> {
                var lettersNow = parts.letters(now);
                if (!now.equals(lead) || !lettersNow.equals(letters)) {
                    lead = now;
                    draw(Optional.empty());
                }
            });
        }
        tellTime();
    }

    /** Says anew how much time is left. */
    void tellTime() {
        head.tellTime();
    }

    /** Whether something typed here would be lost. */
    boolean hasChanges() {
        return getContent()
                .getChildren()
                .anyMatch(part -> part instanceof LeadCorrection correction && correction.hasChanges());
    }

    private boolean isCorrecting() {
        return getContent().getChildren().anyMatch(LeadCorrection.class::isInstance);
    }

    LeadId lead() {
        return lead.id();
    }

    /** Leads keyboard and screen reader to the lead. */
    void focus() {
        head.focus();
    }

    /** The parts stay where they are, so that nobody who types is interrupted. */
    private void draw(Optional<String> message) {
        if (isCorrecting() || getContent().getComponentCount() == 0) {
            getContent().removeAll();
            getContent().add(head, messages, told, twins, call, actions, story);
        }
        var plan = parts.plan(lead);
        var isCalling = isMine() && plan.stoppedSince() == null;
        head.show(lead, getContent());
        messages.removeAll();
        message.map(Ui::alert).ifPresent(messages::add);
        suggestions(plan).ifPresent(messages::add);
        messages.setVisible(messages.getComponentCount() > 0);
        told.removeAll();
        told.add(new LeadReach(lead, parts, plan.stoppedSince() == null));
        call.show(lead, plan, isCalling);
        call.setVisible(isCalling || call.hasTyped());
        twins.removeAll();
        twins.add(new LeadTwinsPart(parts.returns(), parts.visits(), lead, zone(), this::attempt, this::refreshed));
        actions.removeAll();
        if (lead.status().isOpen()) {
            actions.add(nextStep(plan));
        } else {
            wayBack(plan).ifPresent(actions::add);
        }
        actions.setVisible(actions.getComponentCount() > 0);
        story.removeAll();
        letters = parts.letters(lead);
        story.add(new LeadStory(lead, letters, zone(), letter -> attempt(() -> parts.retry(lead, letter))));
    }

    /** What stands in the way of a call, or would be better than another. */
    private Optional<Component> suggestions(CallPlan plan) {
        if (plan.stoppedSince() != null) {
            return Optional.of(Ui.alert("This person asked us not to contact them any more, on "
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
        // before the first clinic there is nowhere to book
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
        some.add(new Button("Correct…", e -> correct()));
        if (lead.canBecome(LeadStatus.NURTURE)) {
            some.add(new Button("Let rest…", e -> parts.questions().letRest(lead, this::refreshed)));
        }
        if (lead.canBecome(LeadStatus.LOST)) {
            some.add(new Button("Give up…", e -> parts.questions().giveUp(lead, this::refreshed)));
        }
        return some;
    }

    /** How a lead that is closed is worked on again. */
    private Optional<Component> wayBack(CallPlan plan) {
        if (lead.status() == LeadStatus.MERGED) {
            return Optional.of(
                    new Button("Un-merge", e -> attempt(() -> parts.returns().unmerge(lead.id(), lead.version()))));
        }
        return lead.canBecome(LeadStatus.NEW) && plan.stoppedSince() == null
                ? Optional.of(new Button("Open again…", e -> parts.returns().reopen(lead, this::refreshed)))
                : Optional.empty();
    }

    private Button claim() {
        var claim = new Button("Claim", e -> attempt(() -> leads.claim(lead.id(), lead.version())));
        var touch = lead.touch();
        // who has just been called is not the next: there the key claims the next of the queue
        if (touch != null && touch.urgency(parts.now()) != Urgency.LATER) {
            Keys.on(claim, "c", "Claim this lead");
            if (!lead.canBecome(LeadStatus.CONVERTED)) {
                claim.addThemeVariants(ButtonVariant.PRIMARY);
            }
        }
        return claim;
    }

    private Button release() {
        var release = new Button("Give back", e -> attempt(() -> leads.release(lead.id(), lead.version())));
        Keys.on(release, "r", "Give this lead back");
        return release;
    }

    /** Does something to the lead and shows it anew; a refusal is said in place. */
    private void attempt(Runnable action) {
        try {
            action.run();
            showAsItIsNow(now -> null);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
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
                ? claim.name() + " was quicker and calls this person now. Nothing of yours was done."
                : now.changedBy()
                        + " changed this lead meanwhile. This is how it stands now; nothing of yours was done.";
    }

    private void showAsItIsNow(Function<LeadDetails, @Nullable String> message) {
        leads.again(lead.id())
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
        var correction = new LeadCorrection(leads, parts.clinics(), parts.phoneRegion(), lead, this::refreshed);
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

package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** One lead beside the queue: who it is, what to do next, and how the calls went. */
class LeadPanel extends Composite<Section> {
    private final LeadService leads;
    private final LeadPanelParts parts;
    private LeadDetails lead;
    private H2 heading = new H2();

    LeadPanel(LeadService leads, LeadPanelParts parts, LeadDetails lead) {
        this.leads = leads;
        this.parts = parts;
        this.lead = lead;
        getContent().addClassName("panel");
        getContent().getElement().setAttribute("aria-label", "Lead");
        draw(Optional.empty());
    }

    /** Shows the lead as it is now, where nothing is being typed. */
    void refresh() {
        if (getContent().getChildren().noneMatch(LeadCorrection.class::isInstance)) {
            leads.open(lead.id()).ifPresent(now -> {
                if (!now.equals(lead)) {
                    lead = now;
                    draw(Optional.empty());
                }
            });
        }
    }

    /** Whether something typed here is not saved yet. */
    boolean hasChanges() {
        return getContent()
                .getChildren()
                .anyMatch(part -> part instanceof LeadCorrection correction && correction.hasChanges());
    }

    LeadId lead() {
        return lead.id();
    }

    /** Leads keyboard and screen reader to the lead. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    private void draw(Optional<String> message) {
        getContent().removeAll();
        getContent().add(head());
        message.map(Ui::alert).ifPresent(getContent()::add);
        if (lead.status().isOpen()) {
            getContent().add(nextStep());
        }
        lead.attempts().stream().findAny().ifPresent(any -> getContent().add(history()));
        getContent().add(facts());
    }

    private Component head() {
        var close = Ui.iconButton("Close", Icon.CROSS);
        close.addClickListener(e -> UI.getCurrentOrThrow().navigate(Places.LEADS));
        // heard within the panel only: Escape in a dialog closes that dialog and nothing more
        close.addClickShortcut(Key.ESCAPE).listenOn(getContent());
        var name = new H2(lead.draft().fullName());
        name.addClassName("heading");
        name.getElement().setAttribute("tabindex", "-1");
        heading = name;
        return Ui.div("panel-head", Ui.div("stack-1 grow", name, Ui.div("line", badge())), close);
    }

    private Component badge() {
        var claim = lead.claim();
        if (claim != null) {
            return StatusBadge.info(isMine(claim) ? "You call now" : claim.name() + " calls now");
        }
        return StatusBadge.neutral(lead.status().word());
    }

    private Component nextStep() {
        var claim = lead.claim();
        if (claim != null && !isMine(claim)) {
            return Ui.div("panel-part", Ui.text("muted", "A colleague is calling this person now."));
        }
        var actions = Ui.div("panel-part");
        if (claim == null) {
            actions.add(claimButton());
        } else {
            actions.add(Ui.div("outcomes", outcomes()));
        }
        var more = Ui.div("cluster");
        // before the first clinic there is nowhere to book
        if (lead.canBecome(LeadStatus.CONVERTED) && !parts.clinics().isEmpty()) {
            var convert = new Button("Convert…", e -> parts.convert(lead));
            convert.addThemeVariants(ButtonVariant.PRIMARY);
            more.add(convert);
        }
        more.add(new Button("Correct…", e -> correct()));
        if (lead.canBecome(LeadStatus.NURTURE)) {
            more.add(new Button("Let rest…", e -> parts.letRest(lead, this::refreshed)));
        }
        if (lead.canBecome(LeadStatus.LOST)) {
            more.add(new Button("Give up…", e -> parts.giveUp(lead, this::refreshed)));
        }
        actions.add(more);
        return actions;
    }

    private Component[] outcomes() {
        return Arrays.stream(CallOutcome.values())
                .filter(outcome -> lead.canBecome(outcome.leadsTo()))
                .map(this::outcome)
                .toArray(Component[]::new);
    }

    private Button outcome(CallOutcome outcome) {
        var button = new Button(outcome.word(), e -> attempt(() -> leads.logCall(lead.id(), lead.version(), outcome)));
        Keys.on(button, String.valueOf(outcome.ordinal() + 1), outcome.word());
        return button;
    }

    private Button claimButton() {
        var claim = new Button("Claim", e -> attempt(() -> leads.claim(lead.id(), lead.version())));
        Keys.on(claim, "c", "Claim this lead");
        if (!lead.canBecome(LeadStatus.CONVERTED)) {
            claim.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return claim;
    }

    /** Does something to the lead and shows it anew; a refusal is said in place. */
    private void attempt(Runnable action) {
        try {
            action.run();
            showAsItIsNow(now -> null);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            showAsItIsNow(now -> now.changedBy()
                    + " changed this lead meanwhile. This is how it stands now; nothing of yours was done.");
        } catch (IllegalStateException | IllegalArgumentException refused) {
            showAsItIsNow(now -> refused.getMessage());
        } catch (NoSuchElementException inAnotherQueueNow) {
            UI.getCurrentOrThrow().navigate(Places.LEADS);
        }
    }

    private void showAsItIsNow(Function<LeadDetails, @Nullable String> message) {
        leads.open(lead.id())
                .ifPresentOrElse(
                        now -> {
                            lead = now;
                            draw(Optional.ofNullable(message.apply(now)));
                            focus();
                        },
                        () -> UI.getCurrentOrThrow().navigate(Places.LEADS));
    }

    private void correct() {
        getContent().removeAll();
        var correction = new LeadCorrection(leads, parts.clinics(), parts.phoneRegion(), lead, this::refreshed);
        getContent().add(head(), correction);
        correction.focus();
    }

    private void refreshed() {
        showAsItIsNow(now -> null);
    }

    private Component facts() {
        var draft = lead.draft();
        var facts = Ui.facts(
                "Concern", draft.concern().isEmpty() ? "Not told" : draft.concern(),
                "When to call", draft.callWindow().words(),
                "Heard of us", draft.source().word(),
                "Clinic", clinic().map(ClinicLabel::name).orElse("No preference"),
                "Came in", Dates.dayAndTime(lead.receivedAt(), zone()),
                "Next touch",
                        lead.touch() == null
                                ? "None"
                                : Dates.dayAndTime(lead.touch().at(), zone()));
        var reach = Ui.div("cluster");
        if (draft.phone() != null) {
            var call = new Anchor("tel:" + draft.phone().digits(), draft.phone().shown());
            call.addClassName("phone");
            reach.add(call);
        }
        if (draft.email() != null) {
            reach.add(new Anchor(draft.email().mailto(), draft.email().address()));
        }
        var part = Ui.div("panel-part", reach, facts);
        if (lead.lostReason() != null) {
            part.add(Ui.text("muted", "Given up: " + lead.lostReason()));
        }
        if (lead.convertedTo() != null) {
            part.add(new Anchor(Places.patient(lead.convertedTo()), "Open the patient's page"));
        }
        return part;
    }

    private Component history() {
        var list = new UnorderedList();
        lead.attempts()
                .forEach(call -> list.add(new ListItem(Dates.dayAndTime(call.at(), zone()) + " · "
                        + call.outcome().word() + " · " + call.by())));
        var part = new Div(Ui.text("strong", "Calls"), list);
        part.addClassName("panel-part");
        return part;
    }

    private static boolean isMine(LeadDetails.Claim claim) {
        return claim.staff().equals(Caller.current().staff());
    }

    private Optional<ClinicLabel> clinic() {
        return parts.clinics().stream()
                .filter(label -> Objects.equals(label.id(), lead.draft().clinic()))
                .findFirst();
    }

    private ZoneId zone() {
        return parts.zoneOf(lead.draft().clinic());
    }
}

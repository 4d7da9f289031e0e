package io.plumbline.leads.ui.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.duplicates.DuplicateCandidate;
import io.plumbline.leads.duplicates.DuplicateCandidateService;
import io.plumbline.leads.duplicates.DuplicateFilter;
import io.plumbline.leads.ui.LiveLeads;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.leads.ui.panel.LeadVisits;
import io.plumbline.patients.PatientRow;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ui.CardList;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;

/** Lists duplicate candidates across clinics for the manager, who merges them or marks them as different people. */
@Route(Routes.LEADS_DUPLICATES)
@PageTitle("Possible duplicates · Plumbline")
@Menu(order = 12.5, title = "Possible duplicates", icon = "COPY")
@RolesAllowed(Permission.LEAD_DUPLICATE)
class DuplicateCandidatesView extends Main implements BeforeEnterObserver {
    private final LeadService leads;
    private final DuplicateCandidateService duplicates;
    private final LeadReturnService returns;
    private final LeadVisits visits;
    private final ClinicService clinics;
    private final FollowUpWords words;
    private final CardList<DuplicateFilter, DuplicateCandidate> pairs;

    DuplicateCandidatesView(
            LeadService leads,
            DuplicateCandidateService duplicates,
            LeadReturnService returns,
            LeadVisits visits,
            ClinicService clinics,
            FollowUpWords words,
            LiveScreens screens) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.returns = returns;
        this.visits = visits;
        this.clinics = clinics;
        this.words = words;
        pairs = new CardList<>(
                Routes.LEADS_DUPLICATES,
                "Filter possible duplicates",
                DuplicateFilter.class,
                DuplicateFilter::label,
                duplicates::list,
                this::card,
                DuplicateCandidatesView::nothing);
        Ui.page(
                this,
                "Possible duplicates",
                "Leads and patients at different clinics that may be the same person. Callers at one clinic do not see the other record.",
                pairs.parts());
        screens.keepUpToDate(this, LiveLeads::isConcernedBy, pairs::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        pairs.enter(event);
    }

    private static EmptyState nothing(DuplicateFilter filter) {
        return switch (filter) {
            case OPEN ->
                new EmptyState(
                        Icon.DONE,
                        "No possible duplicates",
                        "People who contact two clinics, or contact one and are patients of another, appear here.");
            case SETTLED ->
                new EmptyState(
                        Icon.COPY,
                        "No resolved duplicates yet",
                        "Candidates that were merged, converted or marked as not the same person appear here, with the person who decided.");
        };
    }

    /** Renders a pair with the evidence and the possible actions. */
    private Component card(DuplicateCandidate pair) {
        var card = Ui.div(
                "card stack-2",
                switch (pair.earlier()) {
                    case DuplicateCandidate.Side lead -> side(lead);
                    case DuplicateCandidate.Known patient -> patient(patient);
                },
                side(pair.later()),
                Ui.text("muted", pair.points() + " of 100: " + pair.reasons()));
        card.add(pair.settled() == null ? actions(pair) : settled(pair, pair.settled()));
        return card;
    }

    private Component settled(DuplicateCandidate pair, DuplicateCandidate.Settled settled) {
        return Ui.text(
                "",
                settled.as().label() + " · " + settled.by() + ", "
                        + words.at(pair.since(), pair.later().queue()));
    }

    private Component actions(DuplicateCandidate pair) {
        var names = name(pair.earlier()) + " and " + name(pair.later());
        var actions = Ui.div("cluster");
        if (pair.mayBeMerged() && pair.earlier() instanceof DuplicateCandidate.Side earlier) {
            actions.add(action(
                    "Merge",
                    "Merge " + names,
                    () -> returns.merge(pair.later().id(), pair.later().version(), earlier.id())));
        }
        if (pair.mayBeConverted() && pair.earlier() instanceof DuplicateCandidate.Known(var id, PatientRow patient)) {
            actions.add(action(
                    "Convert to this patient…",
                    "Convert " + name(pair.later()) + " to " + patient.name() + ", " + patient.number() + "…",
                    () -> leads.open(pair.later().id()).ifPresent(lead -> visits.convert(lead, patient))));
        }
        var different = names + " are not the same person";
        actions.add(action("Not the same person", different, () -> {
            duplicates.dismiss(pair.id());
            Toast.undoable(different, different, () -> attempt(() -> duplicates.undoDismissal(pair.id())));
        }));
        return actions;
    }

    private Component side(DuplicateCandidate.Side side) {
        var came = Ui.text(
                "muted",
                LeadQueue.name(side.queue(), clinics.labels().values()) + " · "
                        + side.status().label() + " · received "
                        + words.at(side.receivedAt(), side.queue()));
        return side.fullName() == null
                ? Ui.div("cluster", Ui.text("", name(side)), came)
                : Ui.div("cluster", new Anchor(Routes.lead(side.id()), name(side)), came);
    }

    private static Component patient(DuplicateCandidate.Known known) {
        var patient = known.patient();
        return patient == null
                ? Ui.text("", name(known))
                : Ui.div(
                        "cluster",
                        new Anchor(Routes.patient(patient.id()), patient.name()),
                        Ui.text("muted", "Patient · " + patient.numberAndStatus()));
    }

    private static String name(DuplicateCandidate.Earlier one) {
        return switch (one) {
            case DuplicateCandidate.Side lead ->
                Optional.ofNullable(lead.fullName()).orElse("A lead in a queue you do not have access to");
            case DuplicateCandidate.Known known ->
                Optional.ofNullable(known.patient()).map(PatientRow::name).orElse("A patient of another clinic");
        };
    }

    private Button action(String word, String name, Runnable act) {
        var button = Ui.once(word, () -> attempt(act));
        button.setAriaLabel(name);
        return button;
    }

    /** Shows the list as it is after an action, whether it succeeded or failed. */
    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (ConcurrencyFailureException | StaleVersion | NotAvailable changed) {
            Toast.warn("A colleague changed this first. This is the current version.");
        } catch (Refused refused) {
            Toast.warn(refused.sentence());
        }
        pairs.refresh();
    }
}

package io.plumbline.leads.ui.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.duplicates.DuplicateCandidate;
import io.plumbline.leads.duplicates.DuplicateCandidateService;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.leads.ui.panel.LeadVisits;
import io.plumbline.patients.PatientRow;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;

/** Renders a pair of duplicate candidates with the evidence and the possible actions. */
@SpringComponent
class DuplicateCandidateCards {
    private final LeadService leads;
    private final DuplicateCandidateService duplicates;
    private final LeadReturnService returns;
    private final LeadVisits visits;
    private final ClinicService clinics;
    private final FollowUpWords words;

    DuplicateCandidateCards(
            LeadService leads,
            DuplicateCandidateService duplicates,
            LeadReturnService returns,
            LeadVisits visits,
            ClinicService clinics,
            FollowUpWords words) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.returns = returns;
        this.visits = visits;
        this.clinics = clinics;
        this.words = words;
    }

    /** @param done runs after an action on the pair, whether it succeeded or failed */
    Component card(DuplicateCandidate pair, Runnable done) {
        var card = Ui.div(
                "card stack-2",
                switch (pair.earlier()) {
                    case DuplicateCandidate.Side lead -> side(lead);
                    case DuplicateCandidate.Known patient -> patient(patient);
                },
                side(pair.later()),
                Ui.text("muted", pair.points() + " of 100: " + pair.reasons()));
        card.add(pair.settled() == null ? actions(pair, done) : settled(pair, pair.settled()));
        return card;
    }

    private Component settled(DuplicateCandidate pair, DuplicateCandidate.Settled settled) {
        return Ui.text(
                "",
                settled.as().label() + " · " + settled.by() + ", "
                        + words.at(pair.since(), pair.later().queue()));
    }

    private Component actions(DuplicateCandidate pair, Runnable done) {
        var names = name(pair.earlier()) + " and " + name(pair.later());
        var actions = Ui.div("cluster");
        if (pair.mayBeMerged() && pair.earlier() instanceof DuplicateCandidate.Side earlier) {
            actions.add(action(
                    "Merge",
                    "Merge " + names,
                    () -> returns.merge(pair.later().id(), pair.later().version(), earlier.id()),
                    done));
        }
        if (pair.mayBeConverted() && pair.earlier() instanceof DuplicateCandidate.Known(var id, PatientRow patient)) {
            actions.add(action(
                    "Convert to this patient…",
                    "Convert " + name(pair.later()) + " to " + patient.name() + ", " + patient.number() + "…",
                    () -> leads.open(pair.later().id()).ifPresent(lead -> visits.convert(lead, patient)),
                    done));
        }
        var different = names + " are not the same person";
        actions.add(action(
                "Not the same person",
                different,
                () -> {
                    duplicates.dismiss(pair.id());
                    Toast.undoable(
                            different, different, () -> attempt(() -> duplicates.undoDismissal(pair.id()), done));
                },
                done));
        return actions;
    }

    private Component side(DuplicateCandidate.Side side) {
        var came = Ui.text(
                "muted",
                clinic(side) + " · " + side.status().label() + " · received "
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

    private String clinic(DuplicateCandidate.Side side) {
        return Optional.ofNullable(side.queue())
                .map(clinics.labels()::get)
                .map(ClinicLabel::name)
                .orElse("Group");
    }

    private static Button action(String word, String name, Runnable act, Runnable done) {
        var button = Ui.once(word, () -> attempt(act, done));
        button.setAriaLabel(name);
        return button;
    }

    private static void attempt(Runnable act, Runnable done) {
        try {
            act.run();
        } catch (ConcurrencyFailureException | StaleVersion | NotAvailable changed) {
            say("A colleague changed this first. This is the current version.");
        } catch (Refused refused) {
            say(refused.sentence());
        }
        done.run();
    }

    private static void say(String sentence) {
        Toast.warn(sentence);
    }
}

package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.LeadAlias;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.duplicates.LeadMatch;
import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.leads.duplicates.PatientMatch;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Lists the duplicate candidates of a lead and the leads that were merged into it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DuplicateCandidatesPart extends Composite<Div> {
    private final LeadMatchService matches;
    private final LeadReturnService returns;
    private final LeadQuestions questions;
    private final LeadVisits visits;
    private final LeadZones zones;

    DuplicateCandidatesPart(
            LeadMatchService matches,
            LeadReturnService returns,
            LeadQuestions questions,
            LeadVisits visits,
            LeadZones zones) {
        this.matches = matches;
        this.returns = returns;
        this.questions = questions;
        this.visits = visits;
        this.zones = zones;
        getContent().addClassName("panel-part");
    }

    void show(LeadDetails lead, LeadChanges changes) {
        getContent().removeAll();
        var others = lead.status() == LeadStatus.MERGED ? Ui.div("") : mayMatch(lead, changes);
        var merged = Ui.div("stack-1");
        var zone = zones.zoneOf(lead.draft().clinic());
        lead.aliases().forEach(alias -> merged.add(alias(alias, zone, changes)));
        if (others.getComponentCount() > 0) {
            getContent().add(LeadPanelParts.title("Possible duplicates"), others);
        }
        if (merged.getComponentCount() > 0) {
            getContent().add(LeadPanelParts.title("Merged into this lead"), merged);
        }
        setVisible(getContent().getComponentCount() > 0);
    }

    private Div mayMatch(LeadDetails lead, LeadChanges changes) {
        var list = Ui.div("stack-1");
        matches.leads(lead).forEach(match -> list.add(match(match, lead, changes)));
        matches.patients(lead).forEach(match -> list.add(match(match, lead, changes)));
        return list;
    }

    private Component match(LeadMatch other, LeadDetails lead, LeadChanges changes) {
        var zone = zones.zoneOf(lead.draft().clinic());
        var link = new Anchor(
                Routes.lead(other.id()),
                other.fullName() + ", lead of "
                        + Dates.day(other.receivedAt().atZone(zone).toLocalDate()));
        var why = Ui.text(
                "muted", why(other.score()) + " · " + other.status().label().toLowerCase(Locale.ROOT));
        var row = Ui.div("cluster", link, why);
        if (other.mayBeMerged() && lead.status().isOpen()) {
            var merge = new Button("Merge…", e -> questions.merge(other, lead, changes::reload));
            merge.setAriaLabel("Merge " + other.fullName() + " into this lead…");
            row.add(merge);
        }
        row.add(isAnother(
                other.fullName(),
                () -> matches.dismiss(lead.id(), other.id()),
                () -> matches.undoDismissal(lead.id(), other.id()),
                changes));
        return row;
    }

    private Component match(PatientMatch other, LeadDetails lead, LeadChanges changes) {
        var patient = other.patient();
        var row = Ui.div(
                "cluster",
                new Anchor(Routes.patient(patient.id()), patient.name() + ", patient " + patient.numberAndStatus()),
                Ui.text("muted", why(other.score())));
        if (lead.canBecome(LeadStatus.CONVERTED)) {
            var convert = new Button("Convert to this patient…", e -> visits.convert(lead, patient));
            convert.setAriaLabel("Convert to " + patient.name() + ", " + patient.number() + "…");
            row.add(convert);
        }
        row.add(isAnother(
                patient.name(),
                () -> matches.dismiss(lead.id(), patient.id()),
                () -> matches.undoDismissal(lead.id(), patient.id()),
                changes));
        return row;
    }

    private static Button isAnother(String name, Runnable dismiss, Runnable undo, LeadChanges changes) {
        var another = Ui.once(
                "Not the same person",
                () -> changes.attempt(() -> {
                    dismiss.run();
                    Toast.undoable(
                            name + " is not the same person",
                            "not the same person, " + name,
                            () -> changes.attempt(undo));
                }));
        another.setAriaLabel("Not the same person: " + name);
        return another;
    }

    private static String why(DuplicateScore score) {
        return score.words() + (score.isHousehold() ? ": may be related" : "");
    }

    private Component alias(LeadAlias alias, ZoneId zone, LeadChanges changes) {
        var unmerge = new Button("Unmerge", e -> changes.attempt(() -> returns.unmerge(alias.id(), alias.version())));
        unmerge.setAriaLabel("Unmerge " + alias.fullName());
        var reference = alias.reference() == null ? "" : " · " + alias.reference();
        return Ui.div(
                "cluster",
                Ui.div(
                        "stack-0 grow",
                        Ui.text("", alias.fullName() + reference),
                        Ui.text(
                                "muted",
                                "Received " + Dates.dayAndTime(alias.receivedAt(), zone) + " · merged by "
                                        + alias.mergedBy()),
                        Ui.text("", told(alias.draft())),
                        Ui.text("", alias.draft().concern())),
                unmerge);
    }

    /** Returns how the person of a merged lead is reached, in one line. */
    private static String told(LeadDraft draft) {
        return Stream.of(
                        draft.phone() == null ? "" : draft.phone().shown(),
                        draft.email() == null ? "" : draft.email().address(),
                        draft.language(),
                        draft.callWindow().isAnyTime()
                                ? ""
                                : "call " + draft.callWindow().words())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}

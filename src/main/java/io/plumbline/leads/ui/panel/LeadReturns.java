package io.plumbline.leads.ui.panel;

import io.plumbline.leads.LeadAlias;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.duplicates.LeadMatch;
import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.leads.duplicates.PatientMatch;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import org.springframework.stereotype.Component;

/** The actions for duplicate candidates, merged leads, and reopening a lead. */
@Component
public class LeadReturns {
    private final LeadService leads;
    private final LeadReturnService returns;
    private final LeadMatchService matches;
    private final LeadUndo undo;

    LeadReturns(LeadService leads, LeadReturnService returns, LeadMatchService matches, LeadUndo undo) {
        this.leads = leads;
        this.returns = returns;
        this.matches = matches;
        this.undo = undo;
    }

    List<LeadMatch> leadsLike(LeadDetails lead) {
        return matches.leads(lead);
    }

    List<PatientMatch> patientsLike(LeadDetails lead) {
        return matches.patients(lead);
    }

    void dismiss(LeadDetails lead, LeadMatch other) {
        matches.dismiss(lead.id(), other.id());
    }

    void dismiss(LeadDetails lead, PatientMatch other) {
        matches.dismiss(lead.id(), other.patient().id());
    }

    void undoDismissal(LeadDetails lead, LeadMatch other) {
        matches.undoDismissal(lead.id(), other.id());
    }

    void undoDismissal(LeadDetails lead, PatientMatch other) {
        matches.undoDismissal(lead.id(), other.patient().id());
    }

    void unmerge(LeadId id, long version) {
        returns.unmerge(id, version);
    }

    void markAsSpam(LeadDetails lead) {
        returns.markAsSpam(lead.id(), lead.version());
    }

    void unmerge(LeadAlias alias) {
        returns.unmerge(alias.id(), alias.version());
    }

    /** Explains the effect and asks for confirmation. */
    void merge(LeadMatch other, LeadDetails kept, Runnable done) {
        var question =
                new LeadQuestion(leads, kept, "Merge into " + kept.draft().fullName());
        question.form()
                .add(Ui.text(
                        "",
                        other.fullName() + " (" + other.score().words()
                                + ") then appears here, with its calls and messages, and "
                                + "is no longer called separately. It can be unmerged at any time."));
        question.open("Merge", now -> returns.merge(other.id(), other.version(), now.id()), done);
    }

    /** Asks for a reason and reopens a lead that is lost or in nurture. */
    public void reopen(LeadDetails lead, Runnable done) {
        var question = new LeadQuestion(leads, lead, "Reopen this lead");
        var reason = question.form().optional(UiFields.line("Why", 200));
        reason.setHelperText("In a few words, such as: she called back");
        question.form()
                .check(wrong -> wrong.refuseNoReason(reason, "Say why you are reopening this lead"))
                .at(reason);
        question.open(
                "Reopen",
                now -> {
                    returns.reopen(now.id(), now.version(), reason.getValue());
                    undo.offer(now.id(), "reopened", () -> {});
                },
                done);
    }
}

package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.LeadAlias;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.duplicates.LeadMatch;
import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.leads.duplicates.PatientMatch;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
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
        var meaning = Ui.text(
                "",
                other.fullName() + " (" + other.score().words()
                        + ") then appears here, with its calls and messages, and "
                        + "is no longer called separately. It can be unmerged at any time.");
        new LeadQuestion(
                        leads,
                        kept,
                        new LeadQuestion.Asked("Merge into " + kept.draft().fullName(), meaning, "Merge", () -> false),
                        now -> {
                            returns.merge(other.id(), other.version(), now.id());
                            return true;
                        },
                        done)
                .open();
    }

    /** Asks for a reason and reopens a lead that is lost or in nurture. */
    public void reopen(LeadDetails lead, Runnable done) {
        var reason = new TextField("Why");
        reason.setMaxLength(200);
        reason.setHelperText("In a few words, such as: she called back");
        // eager, so that Escape knows about the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        new LeadQuestion(
                        leads,
                        lead,
                        new LeadQuestion.Asked("Reopen this lead", reason, "Reopen", () -> !reason.isEmpty()),
                        now -> {
                            var wrong = new FormErrors();
                            wrong.refuseNoReason(reason, "Say why you are reopening this lead");
                            if (wrong.areNone()) {
                                Attempt.telling(refused -> wrong.refuse(reason, true, refused))
                                        .run(() -> {
                                            returns.reopen(now.id(), now.version(), reason.getValue());
                                            undo.offer(now.id(), "reopened", () -> {});
                                        });
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }
}

package io.plumbline.leads.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.LeadAlias;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadMatchService;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LikeLead;
import io.plumbline.leads.LikePatient;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WrongFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who else may be the person of a lead, what is merged with it, and how a lead comes back. */
@Component
class LeadReturns {
    private final LeadService leads;
    private final LeadReturnService returns;
    private final LeadMatchService matches;

    LeadReturns(LeadService leads, LeadReturnService returns, LeadMatchService matches) {
        this.leads = leads;
        this.returns = returns;
        this.matches = matches;
    }

    List<LikeLead> leadsLike(LeadDetails lead) {
        return matches.leads(lead);
    }

    List<LikeLead> leadsLike(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return matches.leads(name, phone, email);
    }

    List<LikePatient> patientsLike(LeadDetails lead) {
        return matches.patients(lead);
    }

    List<LikePatient> patientsLike(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return matches.patients(name, phone, email);
    }

    void dismiss(LeadDetails lead, LikeLead other) {
        matches.dismiss(lead.id(), other.id());
    }

    void dismiss(LeadDetails lead, LikePatient other) {
        matches.dismiss(lead.id(), other.patient().id());
    }

    void unmerge(LeadId id, long version) {
        returns.unmerge(id, version);
    }

    void unmerge(LeadAlias alias) {
        returns.unmerge(alias.id(), alias.version());
    }

    /** Says what it means, and asks whether it is meant. */
    void merge(LikeLead other, LeadDetails kept, Runnable done) {
        var meaning = Ui.text(
                "",
                other.fullName() + " (" + other.score().words()
                        + ") is then read here, with its calls and letters, and "
                        + "is not called by itself any more. It can be un-merged at any time.");
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

    /** Asks why, and opens a lead again that was given up or put aside. */
    void reopen(LeadDetails lead, Runnable done) {
        var reason = new TextField("Why");
        reason.setMaxLength(200);
        reason.setHelperText("In a few words, such as: she called back");
        // Escape must know of the last key
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        new LeadQuestion(
                        leads,
                        lead,
                        new LeadQuestion.Asked("Open this lead again", reason, "Open again", () -> !reason.isEmpty()),
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(reason, "Say why it is opened again");
                            if (wrong.areNone()) {
                                try {
                                    returns.reopen(now.id(), now.version(), reason.getValue());
                                } catch (IllegalArgumentException refused) {
                                    wrong.refuse(reason, true, String.valueOf(refused.getMessage()));
                                }
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }
}

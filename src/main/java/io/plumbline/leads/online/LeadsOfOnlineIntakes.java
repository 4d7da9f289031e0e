package io.plumbline.leads.online;

import io.plumbline.leads.LeadLoader;
import io.plumbline.leads.RequestTriage;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.leads.person.SafetyAnswerStore;
import io.plumbline.onlineintake.OnlineIntakeId;
import io.plumbline.onlineintake.OnlineLeads;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leads as their online intakes know them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeadsOfOnlineIntakes implements OnlineLeads {
    private final LeadLoader loader;
    private final LeadIntakeQuery query;
    private final SafetyAnswerStore answers;
    private final RequestTriage triage;

    LeadsOfOnlineIntakes(LeadLoader loader, LeadIntakeQuery query, SafetyAnswerStore answers, RequestTriage triage) {
        this.loader = loader;
        this.query = query;
        this.answers = answers;
        this.triage = triage;
    }

    @Override
    public Optional<KnownLead> find(LeadId lead) {
        return query.findKnown(lead);
    }

    @Override
    public void lock(LeadId lead) {
        loader.lock(lead);
    }

    @Override
    public void askForReview(Urgent urgent) {
        var lead = urgent.lead();
        var cause = new OperationId(urgent.intake().value());
        if (!urgent.isNew() && query.isDecided(lead, cause)) {
            return;
        }
        var yes = urgent.yes().stream().collect(Collectors.toMap(rule -> rule, rule -> SafetyAnswer.YES));
        answers.addAgain(lead, yes);
        var reviewed = triage.review(lead, urgent.level(), cause, urgent.isNew());
        if (!reviewed.equals(lead)) {
            answers.addAgain(reviewed, yes);
        }
    }

    @Override
    public Set<String> findUndecidedYes(LeadId lead, Collection<OnlineIntakeId> intakes) {
        return query.findUndecidedYes(
                lead, intakes.stream().map(one -> new OperationId(one.value())).toList());
    }
}

package io.plumbline.leads;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientLikeness;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who else may be the person of a lead: only leads of the caller's queues, and patients whom the caller may see. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadMatchService {
    private static final int MOST = 5;

    private final LeadTwins twins;
    private final PatientService patients;

    LeadMatchService(LeadTwins twins, PatientService patients) {
        this.twins = twins;
        this.patients = patients;
    }

    /** Leads that may be the same person's, who is most alike first; at most five. */
    public List<LikeLead> leads(LeadDetails lead) {
        return twins.among(LeadQueues.of(Caller.current()), lead.id(), person(lead.draft())).stream()
                .limit(MOST)
                .toList();
    }

    /** Patients who may be this person, without the one that the lead became; at most five. */
    public List<PatientLikeness> patients(LeadDetails lead) {
        var draft = lead.draft();
        return patients.likely(new PatientDraft(draft.fullName(), "", null, draft.phone(), draft.email())).stream()
                .filter(like -> !like.patient().id().equals(lead.convertedTo()))
                .toList();
    }

    private static DuplicateScore.Person person(LeadDraft draft) {
        return new DuplicateScore.Person(draft.fullName(), draft.phone(), draft.email());
    }
}

package io.plumbline.reactions;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.merging.RecordsRegrouped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the severe or ongoing reaction in the patient's header, in the transaction of the change. */
@Component
class ReactionHeaderListener {
    private final ReactionQuery query;
    private final PatientHeaderService headers;
    private final PatientRecords records;

    ReactionHeaderListener(ReactionQuery query, PatientHeaderService headers, PatientRecords records) {
        this.query = query;
        this.headers = headers;
        this.records = records;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReactionEvent event) {
        if (!event.isView()) {
            var patient = event.patient();
            headers.openReactionIs(patient, () -> query.mostSevere(records.of(patient)));
        }
    }

    /** After a merge, the most severe reaction of the records is in the header of each; after an unmerge, each has its own. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordsRegrouped regrouped) {
        regrouped
                .readAs()
                .forEach(
                        patient -> headers.openReactionRegrouped(patient, () -> query.mostSevere(records.of(patient))));
    }
}

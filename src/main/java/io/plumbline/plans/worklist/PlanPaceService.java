package io.plumbline.plans.worklist;

import io.plumbline.access.PatientRecords;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pace of a patient's active plans, for those who watch that nobody is forgotten. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.RECALL_KEEP)
public class PlanPaceService {
    private final PlanPaceQuery paces;
    private final PatientRecords records;

    PlanPaceService(PlanPaceQuery paces, PatientRecords records) {
        this.paces = paces;
        this.records = records;
    }

    /** Returns the pace of each active plan of a patient, the one that is due first in front. */
    public List<PlanPace> of(PatientId patient) {
        return paces.of(records.of(patient));
    }
}

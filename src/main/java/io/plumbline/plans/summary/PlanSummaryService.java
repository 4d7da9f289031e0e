package io.plumbline.plans.summary;

import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the running plan of a patient in a few facts, for those who treat the patient. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanSummaryService {
    private final PlanSummaryQuery query;

    PlanSummaryService(PlanSummaryQuery query) {
        this.query = query;
    }

    /**
     * Returns the running plan of a patient whose chart the current user has open, an active one before one on hold.
     *
     * @param today the day at the clinic
     * @return empty if none runs, or the current user does not treat the patient
     */
    public Optional<PlanSummary> find(PatientDetails opened, LocalDate today) {
        return opened.clinical() == null ? Optional.empty() : query.find(opened.records(), today);
    }
}

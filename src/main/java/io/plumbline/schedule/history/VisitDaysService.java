package io.plumbline.schedule.history;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads on which days a patient came, was missed and will come, for those who watch that nobody is forgotten. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.RECALL_KEEP)
public class VisitDaysService {
    private final VisitDaysQuery days;
    private final PatientRecords records;
    private final ClinicService clinics;

    VisitDaysService(VisitDaysQuery days, PatientRecords records, ClinicService clinics) {
        this.days = days;
        this.records = records;
        this.clinics = clinics;
    }

    /** Returns the days of a patient's visits; empty for a patient who never had an appointment. */
    public Optional<VisitDays> of(PatientId patient) {
        var all = records.of(patient);
        return days.newestClinic(all).map(clinic -> days.of(all, clinic, clinics.todayAt(clinic)));
    }
}

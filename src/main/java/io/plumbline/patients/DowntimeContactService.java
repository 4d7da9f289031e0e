package io.plumbline.patients;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a downtime sheet says of patients; the making of the sheet is recorded, not each reading. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.BACKUP_MAKE)
public class DowntimeContactService {
    private final DowntimeContactQuery contacts;

    DowntimeContactService(DowntimeContactQuery contacts) {
        this.contacts = contacts;
    }

    /**
     * Returns those of some patients whom the front desk of a clinic may see.
     *
     * @param day on which the alerts apply
     */
    public Map<PatientId, DowntimeContact> find(Collection<PatientId> patients, ClinicId clinic, LocalDate day) {
        return contacts.find(patients, clinic, day);
    }
}

package io.plumbline.patients.exports;

import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Exports the patients of the caller's clinics as a list, for a reason that goes on record. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_EXPORT)
public class PatientExportService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final int AT_ONCE = 500;

    private final PatientService patients;
    private final PatientExportQuery query;
    private final ApplicationEventPublisher events;

    PatientExportService(PatientService patients, PatientExportQuery query, ApplicationEventPublisher events) {
        this.patients = patients;
        this.query = query;
        this.events = events;
    }

    /** Returns how many patients an export has. */
    public long count() {
        return query.count(Caller.current().clinics());
    }

    /**
     * Records an export in the audit trail; call it before {@link #export}, with each download.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if the reason is missing or too long; the message is for the user
     */
    @Transactional
    public void record(String reason) {
        var stated = TextLimit.required("The reason", reason, LONGEST_REASON);
        events.publishEvent(new PatientExportEvent(Ids.next(), count(), stated));
    }

    /** Reads all patients of the caller's clinics by name, some hundred at a time. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void export(Consumer<ExportedPatient> each) {
        PatientRow last = null;
        var page = patients.list(last, AT_ONCE);
        while (!page.isEmpty()) {
            query.find(page, Caller.current().clinics()).forEach(each);
            last = page.getLast();
            page = page.size() < AT_ONCE ? List.of() : patients.list(last, AT_ONCE);
        }
    }
}

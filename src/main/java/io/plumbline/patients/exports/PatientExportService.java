package io.plumbline.patients.exports;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Exports the patients of the current user's clinics as a list, for a reason that goes on record. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_EXPORT)
public class PatientExportService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final int AT_ONCE = 500;

    private final IdentityService identity;
    private final PatientService patients;
    private final PatientExportQuery query;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    PatientExportService(
            IdentityService identity,
            PatientService patients,
            PatientExportQuery query,
            RetriedTransaction transaction,
            ApplicationEventPublisher events) {
        this.identity = identity;
        this.patients = patients;
        this.query = query;
        this.transaction = transaction;
        this.events = events;
    }

    /** Returns how many patients an export has. */
    public long count() {
        return query.count(CurrentUser.current().clinics());
    }

    /**
     * Records an export in the audit trail, and then reads all patients of the current user's clinics by name, some hundred at
     * a time. No connection is held while a receiver takes them, however slow it is.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if the reason is missing or too long; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void export(String reason, Consumer<ExportedPatient> each) {
        identity.demandProof();
        var stated = ReasonWords.require("The reason", reason, LONGEST_REASON);
        transaction.run(() -> events.publishEvent(new PatientExportEvent(Ids.next(), count(), stated)));
        var page = transaction.call(() -> pageAfter(null));
        while (page != null) {
            page.patients().forEach(each);
            var last = page.last();
            page = last == null ? null : transaction.call(() -> pageAfter(last));
        }
    }

    private @Nullable Page pageAfter(@Nullable PatientRow last) {
        var rows = patients.list(last, AT_ONCE);
        return rows.isEmpty()
                ? null
                : new Page(
                        query.find(rows, CurrentUser.current().clinics()),
                        rows.size() < AT_ONCE ? null : rows.getLast());
    }

    /** @param last after which the next page begins; null if this is the last one */
    private record Page(
            List<ExportedPatient> patients, @Nullable PatientRow last) {}
}

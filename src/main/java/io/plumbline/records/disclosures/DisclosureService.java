package io.plumbline.records.disclosures;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The disclosure register (45 CFR 164.528), kept by the privacy officer, who sees patients by number alone, and the report
 * of the last six years that a patient may ask for. It is apart from the audit trail, which says who of the clinics read
 * a record.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.DISCLOSURE)
public class DisclosureService {
    /** The longest reason for a report, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final int YEARS = 6;

    private final Disclosures disclosures;
    private final DisclosureQuery query;
    private final KnownPatients patients;
    private final PatientRecords records;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisclosureService(
            Disclosures disclosures,
            DisclosureQuery query,
            KnownPatients patients,
            PatientRecords records,
            IdentityService identity,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.disclosures = disclosures;
        this.query = query;
        this.patients = patients;
        this.records = records;
        this.identity = identity;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns disclosures, those of the last day first, also those entered in error. Records the view in the audit trail.
     *
     * @param patientNumber only those of this patient, also of merged records; blank for all
     * @param after the last row of the page before; null for the first page
     * @throws Refused if there is no patient with the number; the message is for the user
     */
    @Transactional
    public List<DisclosureRow> list(String patientNumber, @Nullable DisclosureRow after, int limit) {
        var found =
                query.find(patientNumber.isBlank() ? Set.of() : records.of(patientWith(patientNumber)), after, limit);
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("disclosure.listed", found.size())
                    .narrowedBy(patientNumber.isBlank() ? "all" : "one patient", patientNumber.strip()));
        }
        return found;
    }

    /**
     * Returns a disclosure.
     *
     * @throws NotAvailable if it does not exist
     */
    public DisclosureRow find(DisclosureId id) {
        return query.find(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Adds a disclosure.
     *
     * @throws Refused if there is no patient with the number, or a value is missing or wrong; the message is for the user
     */
    @Transactional
    public DisclosureId add(DisclosureDraft draft) {
        var disclosure = Disclosure.of(
                records.readAs(patientWith(draft.patientNumber())),
                draft,
                clinics.ownToday(),
                CurrentUser.current().staff(),
                clock.instant());
        return disclosures.saveAndFlush(disclosure).id();
    }

    /**
     * Marks a disclosure as entered in error. It stays readable and is in no report.
     *
     * @param version the version that the current user saw
     * @param reason 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is marked already, or the reason is missing; the message is for the user
     */
    @Transactional
    public void markEnteredInError(DisclosureId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        disclosures.change(
                id.value(),
                version,
                disclosure -> disclosure.markEnteredInError(
                        reason, CurrentUser.current().staff(), clock.instant()));
    }

    /**
     * Returns the accounting of a patient's disclosures of the last six years, also of merged records, and records it in
     * the audit trail with its reason.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if there is no patient with the number, or the reason is missing; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public DisclosureReport report(String patientNumber, String reason) {
        var stated = reason(reason);
        var patient = patientWith(patientNumber);
        identity.demandProof();
        var all = records.of(patient);
        var to = clinics.ownToday();
        var from = to.minusYears(YEARS);
        var rows = query.accountedSince(from, all);
        all.forEach(record -> events.publishEvent(new DisclosureEvent.Reported(record, rows.size(), stated)));
        return new DisclosureReport(String.join(", ", query.numbers(all)), letterhead(all.getFirst()), from, to, rows);
    }

    private static String reason(String typed) {
        return ReasonWords.require(DisclosureField.REASON, "The reason", typed, LONGEST_REASON);
    }

    private PatientId patientWith(String number) {
        return patients.required(number, DisclosureField.PATIENT);
    }

    /** Returns a clinic that knows the patient; any if none does. */
    private ClinicId letterhead(PatientId patient) {
        return patients.clinicsOf(patient).stream()
                .flatMap(Set::stream)
                .min(Comparator.comparing(ClinicId::value))
                .or(() -> clinics.labels().keySet().stream().min(Comparator.comparing(ClinicId::value)))
                .orElseThrow(NotAvailable::new);
    }
}

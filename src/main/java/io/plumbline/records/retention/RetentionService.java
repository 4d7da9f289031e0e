package io.plumbline.records.retention;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when records are kept, and the legal holds that keep them longer, for the privacy officer, who sees patients by
 * number alone. Records whose retention has ended are disposed of by the part {@code disposal}.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEGAL_HOLD)
public class RetentionService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = LegalHold.LONGEST_REASON;

    private final LegalHolds holds;
    private final RetentionQuery query;
    private final RetentionRules rules;
    private final KeptRecords kept;
    private final KnownPatients patients;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetentionService(
            LegalHolds holds,
            RetentionQuery query,
            RetentionRules rules,
            KeptRecords kept,
            KnownPatients patients,
            PatientRecords records,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holds = holds;
        this.query = query;
        this.rules = rules;
        this.kept = kept;
        this.patients = patients;
        this.records = records;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the rule of each clinic, in the order of their names; empty for a clinic that has none. */
    public Map<ClinicLabel, Optional<RetentionRule>> rules() {
        var all = new LinkedHashMap<ClinicLabel, Optional<RetentionRule>>();
        clinics.labels().values().forEach(clinic -> all.put(clinic, rules.of(clinic)));
        return all;
    }

    /**
     * Returns until when the record of a patient is kept, and why, with merged records. Records the view in the audit
     * trail.
     *
     * @throws Refused if there is no patient with the number; the message is for the user
     */
    @Transactional
    public KeepUntil keepUntil(String patientNumber) {
        var all = records.of(patientWith(patientNumber));
        all.forEach(record -> events.publishEvent(new LegalHoldEvent.RetentionRead(record)));
        return Objects.requireNonNull(kept.of(Set.of(all.getFirst())).get(all.getFirst()))
                .until();
    }

    /**
     * Returns legal holds, the newest first, also those that were lifted. Records the view in the audit trail.
     *
     * @param patientNumber only those of this patient, also of merged records; blank for all
     * @param after the last row of the page before; null for the first page
     * @throws Refused if there is no patient with the number; the message is for the user
     */
    @Transactional
    public List<LegalHoldRow> list(String patientNumber, @Nullable LegalHoldRow after, int limit) {
        var found =
                query.holds(patientNumber.isBlank() ? Set.of() : records.of(patientWith(patientNumber)), after, limit);
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("legal-hold.listed", found.size())
                    .narrowedBy(patientNumber.isBlank() ? "all" : "one patient", patientNumber.strip()));
        }
        return found;
    }

    /**
     * Returns a legal hold.
     *
     * @throws NotAvailable if it does not exist
     */
    public LegalHoldRow find(LegalHoldId id) {
        return query.hold(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Places a legal hold on the record of a patient.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if there is no patient with the number, the record was disposed of, or the reason is missing; the
     *     message is for the user
     */
    @Transactional
    public LegalHoldId place(String patientNumber, String reason) {
        ReasonWords.require(LegalHoldField.REASON, "The reason", reason, LONGEST_REASON);
        var patient = patientWith(patientNumber);
        if (query.isDisposed(patient)) {
            throw new Refused(
                    LegalHoldField.PATIENT,
                    "This record was disposed of: the disposal log says when, and nothing is left");
        }
        var hold = LegalHold.of(patient, reason, CurrentUser.current().staff(), clock.instant());
        return holds.saveAndFlush(hold).id();
    }

    /**
     * Asks to lift a legal hold, which a second person then does.
     *
     * @param version the version that the current user saw
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is lifted, somebody has asked already, or the reason is missing; the message is for the user
     */
    @Transactional
    public void askToLift(LegalHoldId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        holds.change(
                id.value(),
                version,
                hold -> hold.askToLift(reason, CurrentUser.current().staff(), clock.instant()));
    }

    /**
     * Lifts a legal hold that a colleague asked to lift.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is lifted, nobody asked, or the current user asked; the message is for the user
     */
    @Transactional
    public void lift(LegalHoldId id, long version) {
        holds.change(
                id.value(), version, hold -> hold.lift(CurrentUser.current().staff(), clock.instant()));
    }

    /**
     * Keeps a legal hold although somebody asked to lift it; who asked may take that back in the same way.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is lifted, or nobody asked; the message is for the user
     */
    @Transactional
    public void keep(LegalHoldId id, long version) {
        holds.change(id.value(), version, hold -> hold.keep());
    }

    private PatientId patientWith(String number) {
        return patients.required(number, LegalHoldField.PATIENT);
    }
}

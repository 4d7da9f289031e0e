package io.plumbline.records.incidents;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.incidents.Incident.Moment;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incidents that may be a breach (45 CFR 164.400-414), for the privacy officer, who sees patients by number alone: what
 * happened, whom it affected by the audit trail, the assessment, and the 60 days to tell them.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INCIDENT)
public class IncidentService {
    /** The longest reason of an export, in characters. */
    public static final int LONGEST_REASON = 300;

    /** The most affected patients of one incident; a longer list wants a shorter period. */
    static final int MOST_PATIENTS = 100_000;

    private final Incidents incidents;
    private final IncidentQuery query;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentService(
            Incidents incidents,
            IncidentQuery query,
            IdentityService identity,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.query = query;
        this.identity = identity;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns open incidents, those due first in front, and then the closed ones, the newest first.
     *
     * @param after the last row of the page before; null for the first page
     */
    public List<IncidentRow> list(@Nullable IncidentRow after, int limit) {
        return query.find(after, limit);
    }

    /**
     * Returns an incident.
     *
     * @throws NotAvailable if it does not exist
     */
    public IncidentRow find(IncidentId id) {
        return query.find(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Returns the affected patients by number: those of the frozen list, or else as the audit trail has them now. Records
     * the view in the audit trail.
     *
     * @param after the last row of the page before; null for the first page
     * @throws NotAvailable if the incident does not exist
     */
    @Transactional
    public List<AffectedPatient> affected(IncidentId id, @Nullable AffectedPatient after, int limit) {
        var incident = incidents.require(id.value());
        var number = after == null ? 0 : after.number();
        var found =
                incident.isFrozen() ? query.frozen(id, number, limit) : query.inTrail(incident.period(), number, limit);
        if (!found.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("incident.patients-listed", found.size()).at(id.value()));
        }
        return found;
    }

    /**
     * Returns how many patients are affected by the audit trail now.
     *
     * @throws NotAvailable if the incident does not exist
     */
    public int count(IncidentId id) {
        return query.countInTrail(incidents.require(id.value()).period());
    }

    /**
     * Records an incident.
     *
     * @throws Refused if a value is missing or wrong, or no account has the user name; the message is for the user
     */
    @Transactional
    public IncidentId record(IncidentDraft draft) {
        var username = draft.username().strip();
        var staff = username.isEmpty()
                ? null
                : query.staffWith(username)
                        .orElseThrow(() -> new Refused(IncidentField.USERNAME, "No account has this user name"));
        return incidents.saveAndFlush(Incident.recorded(draft, staff, now())).id();
    }

    /**
     * Freezes the list of affected patients as the audit trail has it now.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is frozen already, or there are more than 100,000; the message is for the user
     */
    @Transactional
    public void freeze(IncidentId id, long version) {
        incidents.change(id.value(), version, incident -> {
            incident.requireNotFrozen();
            if (query.countInTrail(incident.period()) > MOST_PATIENTS) {
                throw new Refused("More than 100,000 patients are affected: record incidents of shorter periods");
            }
            incident.freeze(query.freeze(id, incident.period()), now());
        });
    }

    /**
     * Records the assessment of an incident, and whether it is a breach.
     *
     * @param version the version that the current user saw
     * @param assessment 1 to 2000 characters, without clinical content
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the list is not frozen, it is decided, or the assessment is missing; the message is for the user
     */
    @Transactional
    public void decide(IncidentId id, long version, IncidentDecision decision, String assessment) {
        incidents.change(id.value(), version, incident -> incident.decide(decision, assessment, now()));
    }

    /**
     * Records that the affected patients were told.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is no breach, they were told, or the day is wrong; the message is for the user
     */
    @Transactional
    public void notified(IncidentId id, long version, LocalDate on) {
        incidents.change(id.value(), version, incident -> incident.notified(on, now()));
    }

    /**
     * Returns the frozen list whole, for a file. Records it with its reason in the audit trail.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws NotAvailable if it does not exist
     * @throws Refused if the list is not frozen, or the reason is missing; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public List<AffectedPatient> export(IncidentId id, String reason) {
        var stated = reason(reason);
        if (!incidents.require(id.value()).isFrozen()) {
            throw new Refused("Freeze the list of affected patients first");
        }
        identity.demandProof();
        var all = query.frozen(id, 0, MOST_PATIENTS);
        events.publishEvent(new IncidentEvent.Exported(id, all.size(), stated));
        return all;
    }

    private static String reason(String typed) {
        return ReasonWords.require(IncidentField.REASON, "The reason", typed, LONGEST_REASON);
    }

    private Moment now() {
        return new Moment(CurrentUser.current().staff(), clock.instant(), clinics.ownToday(), clinics.ownZone());
    }
}

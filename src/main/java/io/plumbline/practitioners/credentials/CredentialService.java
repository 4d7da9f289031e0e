package io.plumbline.practitioners.credentials;

import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credentials of practitioners, and what they allow. Every change of one takes the version that the current user saw, and
 * throws {@link NotAvailable} if the current user may not edit the practitioner,
 * {@link StaleVersion} if a colleague changed it in the meantime, and
 * {@link Refused} if it is already revoked.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class CredentialService {
    private static final int MOST_EXPIRING = 200;

    private final Credentials credentials;
    private final CredentialQuery list;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final Clock clock;

    CredentialService(
            Credentials credentials,
            CredentialQuery list,
            PractitionerService practitioners,
            ClinicService clinics,
            Clock clock) {
        this.credentials = credentials;
        this.list = list;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns all credentials of a practitioner, the last to expire first. */
    public List<CredentialRow> findByPractitioner(StaffId practitioner) {
        return list.findByPractitioners(Set.of(practitioner));
    }

    /** Returns what entitled some signers to sign, for the documents that they signed. */
    public SignerCredentials findBySigners(Collection<StaffId> signers) {
        return new SignerCredentials(list.findByPractitioners(Set.copyOf(signers)).stream()
                .collect(Collectors.groupingBy(CredentialRow::practitioner)));
    }

    /**
     * Returns credentials of the practitioners whom the current user manages that expire within 60 days or have expired, the
     * first to expire first; at most 200.
     */
    @Requires(Permission.PRACTITIONER_WRITE)
    public List<ExpiringCredential> expiring() {
        var today = today();
        return list.endingBy(
                today.plusDays(CredentialTerms.EARLIEST_WARNING_DAYS),
                today,
                CurrentUser.current().clinics(),
                MOST_EXPIRING);
    }

    /** Returns the day for which the current user sees credential statuses: the earliest current date at their clinics. */
    public LocalDate today() {
        return Today.of(CurrentUser.current(), clinics, clock);
    }

    /**
     * Refuses to sign for a day on which the current user had no verified license or certification.
     *
     * @param discipline what was done; null for any discipline
     * @throws NotEligible with a message for the user
     */
    public void requireMaySign(@Nullable Discipline discipline, LocalDate on) {
        var me = CurrentUser.current().staff();
        new EligibilityCheck(findByPractitioner(me))
                .refusesSigning(discipline, on)
                .ifPresent(sentence -> {
                    throw new NotEligible(sentence);
                });
    }

    /**
     * Refuses the same as {@link #requireMaySign(Discipline, LocalDate)}, for the local date of an instant at a clinic.
     */
    public void requireMaySign(@Nullable Discipline discipline, Instant at, ClinicId clinic) {
        requireMaySign(discipline, LocalDate.ofInstant(at, clinics.zoneOf(clinic)));
    }

    /**
     * Refuses new work for a day with a practitioner whose credential has expired by then, or who has left.
     *
     * @param discipline what is booked or planned; null for any discipline
     * @throws NotEligible with a message for the user
     * @throws Refused if the practitioner does not exist
     */
    public void requireMayBeBooked(StaffId practitioner, @Nullable Discipline discipline, LocalDate on) {
        findRefusal(practitioner, discipline, on).ifPresent(sentence -> {
            throw new NotEligible(sentence);
        });
    }

    /**
     * Returns why {@link #requireMayBeBooked} would refuse a practitioner, for a warning; empty if it would not.
     *
     * @throws Refused if the practitioner does not exist
     */
    public Optional<String> findRefusal(StaffId practitioner, @Nullable Discipline discipline, LocalDate on) {
        var who = practitioners.brief(practitioner).orElseThrow(() -> new Refused("There is no such practitioner"));
        var name = who.name();
        return who.active()
                ? new EligibilityCheck(findByPractitioner(practitioner)).refusesBooking(name, discipline, on)
                : Optional.of(name + " no longer works here: choose another practitioner");
    }

    /**
     * Records a credential as unverified.
     *
     * @param operation idempotency key: submitting the same form twice adds one credential
     * @throws NotAvailable if the current user may not edit the practitioner
     * @throws Refused if a value is missing or out of range; the message is for the user
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public CredentialId record(StaffId practitioner, CredentialDraft draft, OperationId operation) {
        practitioners.requireMine(practitioner);
        return credentials
                .findByOperation(operation.value())
                .map(CredentialId::new)
                .orElseGet(() -> credentials
                        .save(Credential.recorded(
                                practitioner,
                                draft,
                                operation,
                                CurrentUser.current().staff(),
                                clock.instant()))
                        .id());
    }

    /**
     * Edits a credential; if it was verified, it must be verified again.
     *
     * @throws Refused if a value is missing or out of range; the message is for the user
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void correct(CredentialId id, long version, CredentialDraft draft) {
        var credential = mineAt(id, version);
        credential.correct(draft);
        credentials.save(credential);
    }

    /** Records that the current user has seen the proof; never for a credential of their own. */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void verify(CredentialId id, long version) {
        var credential = mineAt(id, version);
        credential.verify(CurrentUser.current().staff(), clock.instant());
        credentials.save(credential);
    }

    /**
     * Revokes a credential from a day on; what was done before stays covered.
     *
     * @throws Refused if the day is in the future, or the reason is missing
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void revoke(CredentialId id, long version, LocalDate on, String reason) {
        ReasonWords.require("The reason", reason, 200);
        var credential = mineAt(id, version);
        credential.revoke(on, reason, CurrentUser.current().staff(), today());
        credentials.save(credential);
    }

    private Credential mineAt(CredentialId id, long version) {
        var credential = credentials.findById(id.value()).orElseThrow(NotAvailable::new);
        practitioners.requireMine(credential.practitioner());
        StaleVersion.throwUnless(credential.version() == version, Credential.class, id);
        return credential;
    }
}

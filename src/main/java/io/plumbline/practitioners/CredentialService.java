package io.plumbline.practitioners;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credentials of practitioners, and what they allow. Every change of one carries the version that the caller saw, and
 * throws {@link NoSuchElementException} where the practitioner is not the caller's to change,
 * {@link ObjectOptimisticLockingFailureException} where a colleague changed it meanwhile, and
 * {@link IllegalStateException} where it was revoked before.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class CredentialService {
    private static final int MOST_EXPIRING = 200;

    private final Credentials credentials;
    private final CredentialList list;
    private final Practitioners practitioners;
    private final ClinicService clinics;
    private final Clock clock;

    CredentialService(
            Credentials credentials,
            CredentialList list,
            Practitioners practitioners,
            ClinicService clinics,
            Clock clock) {
        this.credentials = credentials;
        this.list = list;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** All credentials of a practitioner, the last to end first. */
    public List<CredentialRow> of(StaffId practitioner) {
        return list.of(Set.of(practitioner));
    }

    /**
     * What ends within sixty days or has ended, of those whom the caller manages, the first to end first; at most two
     * hundred.
     */
    @Requires(Permission.PRACTITIONER_WRITE)
    public List<ExpiringCredential> expiring() {
        var today = today();
        return list.endingBy(
                today.plusDays(CredentialTerms.EARLIEST_WARNING_DAYS),
                today,
                Caller.current().clinics(),
                MOST_EXPIRING);
    }

    /** The day by which a credential's state is told to the caller: today at their clinics, the earliest of them. */
    public LocalDate today() {
        return Today.of(Caller.current(), clinics, clock);
    }

    /**
     * Refuses who signs what they did on a day without a verified licence or certification that was valid then.
     *
     * @param discipline what was done; null where any discipline will do
     * @throws NotEntitled in words for who signs
     */
    public void requireMaySign(@Nullable Discipline discipline, LocalDate on) {
        var me = Caller.current().staff();
        new TreatmentGate(of(me)).refusesSigning(discipline, on).ifPresent(sentence -> {
            throw new NotEntitled(sentence);
        });
    }

    /** Refuses what {@link #requireMaySign(Discipline, LocalDate)} refuses, on the day that it was at a clinic then. */
    public void requireMaySign(@Nullable Discipline discipline, Instant at, ClinicId clinic) {
        var zone = Objects.requireNonNull(clinics.labels().get(clinic)).zone();
        requireMaySign(discipline, LocalDate.ofInstant(at, zone));
    }

    /**
     * Refuses new work for a day with somebody whose credential has ended by then, or who has left.
     *
     * @param discipline what is booked or planned; null where any discipline will do
     * @throws NotEntitled in words for who books
     * @throws IllegalArgumentException if there is no such practitioner
     */
    public void requireMayBeBooked(StaffId practitioner, @Nullable Discipline discipline, LocalDate on) {
        var who = practitioners
                .findById(practitioner.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no such practitioner"));
        var name = who.label().name();
        if (!who.isActive()) {
            throw new NotEntitled(name + " does not work here any more: choose another practitioner");
        }
        new TreatmentGate(of(practitioner)).refusesBooking(name, discipline, on).ifPresent(sentence -> {
            throw new NotEntitled(sentence);
        });
    }

    /**
     * Records a credential, which is unverified.
     *
     * @param operation what makes sending the same twice one credential
     * @throws NoSuchElementException if the practitioner is not the caller's to change
     * @throws IllegalArgumentException if a value is missing or out of its range, in words for who typed it
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public UUID record(StaffId practitioner, CredentialDraft draft, UUID operation) {
        practitioners.writable(practitioner);
        return credentials.findByOperation(operation).orElseGet(() -> credentials
                .save(Credential.recorded(
                        practitioner, draft, operation, Caller.current().staff(), clock.instant()))
                .id());
    }

    /**
     * Corrects what is written on a credential; what was verified is to be verified again.
     *
     * @throws IllegalArgumentException if a value is missing or out of its range, in words for who typed it
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void correct(UUID id, long version, CredentialDraft draft) {
        var credential = mineAt(id, version);
        credential.correct(draft);
        credentials.save(credential);
    }

    /** Says that the caller has seen the proof; never for a credential of their own. */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void verify(UUID id, long version) {
        var credential = mineAt(id, version);
        credential.verify(Caller.current().staff(), clock.instant());
        credentials.save(credential);
    }

    /**
     * Voids a credential from a day on; what was done before stays covered.
     *
     * @throws IllegalArgumentException if the day is in the future, or the reason is missing
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void revoke(UUID id, long version, LocalDate on, String reason) {
        var credential = mineAt(id, version);
        credential.revoke(on, reason, Caller.current().staff(), today());
        credentials.save(credential);
    }

    private Credential mineAt(UUID id, long version) {
        var credential = credentials.findById(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        practitioners.writable(credential.practitioner());
        if (credential.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Credential.class, id);
        }
        return credential;
    }
}

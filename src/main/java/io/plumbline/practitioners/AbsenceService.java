package io.plumbline.practitioners;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When practitioners are away. Why, only managers and the person themself read. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class AbsenceService {
    private static final int MOST = 200;
    private static final int YEARS_AHEAD = 5;

    private final Absences absences;
    private final Practitioners practitioners;
    private final ClinicService clinics;
    private final Clock clock;

    AbsenceService(Absences absences, Practitioners practitioners, ClinicService clinics, Clock clock) {
        this.absences = absences;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** The absences of a practitioner that are not over, by time. */
    public List<AbsenceRow> ahead(StaffId practitioner) {
        var today = Today.of(Caller.current(), clinics, clock);
        return between(practitioner, today, today.plusYears(YEARS_AHEAD));
    }

    /** The absences of a practitioner that touch a stretch of days, by time. */
    public List<AbsenceRow> between(StaffId practitioner, LocalDate first, LocalDate last) {
        var caller = Caller.current();
        var knowsWhy = caller.has(Role.MANAGER) || caller.staff().equals(practitioner);
        return absences.between(practitioner, first, last, Limit.of(MOST)).stream()
                .map(Absence::row)
                .map(row -> knowsWhy ? row : row.withoutReason())
                .toList();
    }

    /**
     * Notes that a practitioner is away. Appointments in that time stay; they are to be moved.
     *
     * @param operation what makes sending the same twice one absence
     * @throws NoSuchElementException if the practitioner is not the caller's to change
     * @throws IllegalArgumentException if the days or times are none, in words for who typed them
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public UUID add(StaffId practitioner, AbsenceDraft draft, UUID operation) {
        practitioners.writable(practitioner);
        return absences.findByOperation(operation)
                .orElseGet(() -> absences.save(Absence.noted(practitioner, draft, operation))
                        .id());
    }

    /**
     * Withdraws an absence: the practitioner works at that time.
     *
     * @throws NoSuchElementException if the practitioner is not the caller's to change
     * @throws ObjectOptimisticLockingFailureException if a colleague withdrew it meanwhile
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void withdraw(UUID id, long version) {
        var absence = absences.findById(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        practitioners.writable(absence.practitioner());
        if (absence.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Absence.class, id);
        }
        absence.withdraw();
        absences.save(absence);
    }
}

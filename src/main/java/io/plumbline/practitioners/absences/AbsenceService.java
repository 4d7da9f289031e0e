package io.plumbline.practitioners.absences;

import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Absences of practitioners. Only managers and the practitioner read the reason. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class AbsenceService {
    private static final int MOST = 200;
    private static final int YEARS_AHEAD = 5;

    private final Absences absences;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final Clock clock;

    AbsenceService(Absences absences, PractitionerService practitioners, ClinicService clinics, Clock clock) {
        this.absences = absences;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns the absences of a practitioner that are not over, by time. */
    public List<AbsenceRow> ahead(StaffId practitioner) {
        var today = Today.of(CurrentUser.current(), clinics, clock);
        return between(practitioner, today, today.plusYears(YEARS_AHEAD));
    }

    /** Returns the absences of a practitioner that overlap a range of days, by time. */
    public List<AbsenceRow> between(StaffId practitioner, LocalDate first, LocalDate last) {
        var user = CurrentUser.current();
        var knowsWhy = user.has(Role.MANAGER) || user.staff().equals(practitioner);
        return absences.between(practitioner, first, last, Limit.of(MOST)).stream()
                .map(Absence::row)
                .map(row -> knowsWhy ? row : row.withoutReason())
                .toList();
    }

    /**
     * Records an absence of a practitioner. Appointments in that time stay booked and have to be moved.
     *
     * @param operation idempotency key: submitting the same form twice adds one absence
     * @throws NotAvailable if the current user may not edit the practitioner
     * @throws Refused if the days or times are invalid; the message is for the user
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public AbsenceId add(StaffId practitioner, AbsenceDraft draft, OperationId operation) {
        practitioners.requireMine(practitioner);
        return absences.findByOperation(operation.value()).map(AbsenceId::new).orElseGet(() -> absences.save(
                        Absence.noted(practitioner, draft, operation))
                .id());
    }

    /**
     * Withdraws an absence: the practitioner works at that time.
     *
     * @throws NotAvailable if the current user may not edit the practitioner
     * @throws StaleVersion if a colleague withdrew it in the meantime
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void withdraw(AbsenceId id, long version) {
        var absence = absences.findById(id.value()).orElseThrow(NotAvailable::new);
        practitioners.requireMine(absence.practitioner());
        StaleVersion.throwUnless(absence.version() == version, Absence.class, id);
        absence.withdraw();
        absences.save(absence);
    }
}

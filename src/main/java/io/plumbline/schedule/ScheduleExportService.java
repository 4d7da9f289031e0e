package io.plumbline.schedule;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exports days of a clinic's schedule as a list, for a reason that goes on record. */
@Service
@Transactional
@Requires(Permission.PATIENT_EXPORT)
public class ScheduleExportService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final int MOST_DAYS = 31;

    private final IdentityService identity;
    private final ScheduleService schedule;
    private final ApplicationEventPublisher events;

    ScheduleExportService(IdentityService identity, ScheduleService schedule, ApplicationEventPublisher events) {
        this.identity = identity;
        this.schedule = schedule;
        this.events = events;
    }

    /**
     * Returns the appointments of some days as the schedule shows them, without canceled ones and without clinical
     * content, by time; records the export in the audit trail, each time.
     *
     * @param last at most 31 days from the first on
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws NotAvailable if the clinic does not exist or is not the current user's
     * @throws Refused if the reason is missing or too long, or there are too many days; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    public List<AppointmentRow> export(ClinicId clinic, LocalDate first, LocalDate last, String reason) {
        identity.demandProof();
        var stated = ReasonWords.require("The reason", reason, LONGEST_REASON);
        if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
            throw new Refused("Choose 1 to 31 days");
        }
        var rows = schedule.calendar(clinic, first, last).columns().stream()
                .flatMap(column -> column.appointments().stream())
                .filter(row -> row.status() != AppointmentStatus.CANCELLED)
                .sorted(Comparator.comparing(AppointmentRow::on)
                        .thenComparing(AppointmentRow::at)
                        .thenComparing(AppointmentRow::practitionerName))
                .toList();
        events.publishEvent(new Exported(clinic, first, last, rows.size(), stated));
        return rows;
    }

    /** Days of a clinic's schedule were exported to a file. */
    @StoredKind("schedule.exported")
    private record Exported(ClinicId clinic, LocalDate first, LocalDate last, int rows, String reason)
            implements Recorded {
        @Override
        public UUID subject() {
            return clinic.value();
        }

        @Override
        public String detail() {
            return first + " to " + last + ", appointments " + rows + ", reason " + reason;
        }
    }
}

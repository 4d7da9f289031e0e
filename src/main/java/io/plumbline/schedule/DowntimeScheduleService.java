package io.plumbline.schedule;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the schedule of a clinic for a downtime sheet, whose making is recorded, not each reading. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.BACKUP_MAKE)
public class DowntimeScheduleService {
    private static final int MOST = 2000;

    private final DayScheduleQuery schedule;
    private final ClinicService clinics;

    DowntimeScheduleService(DayScheduleQuery schedule, ClinicService clinics) {
        this.schedule = schedule;
        this.clinics = clinics;
    }

    /** Returns a day of a clinic by practitioner who is booked, with the names that the current user may see. */
    public Calendar day(ClinicId clinic, LocalDate day) {
        var columns = schedule.findByClinics(List.of(clinic), day, day, MOST).stream()
                .collect(Collectors.groupingBy(AppointmentRow::practitioner, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(theirs -> new Calendar.Column(
                        theirs.getFirst().practitioner(),
                        theirs.getFirst().practitionerName(),
                        Set.of(),
                        List.of(),
                        theirs))
                .toList();
        return new Calendar(clinic, clinics.daysOf(clinic, day, day), columns);
    }
}

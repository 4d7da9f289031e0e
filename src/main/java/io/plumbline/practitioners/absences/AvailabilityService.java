package io.plumbline.practitioners.absences;

import static java.util.stream.Collectors.groupingBy;

import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When practitioners are available: their working hours minus their absences. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class AvailabilityService {
    private final PractitionerService practitioners;
    private final Absences absences;

    AvailabilityService(PractitionerService practitioners, Absences absences) {
        this.practitioners = practitioners;
        this.absences = absences;
    }

    /** Returns a practitioner's available hours at a clinic on a day: working hours minus absences. */
    public List<WorkingHours> availableHours(StaffId practitioner, ClinicId clinic, LocalDate day) {
        var hours = practitioners.hoursOf(practitioner, clinic, day.getDayOfWeek());
        if (hours.isEmpty()) {
            return hours;
        }
        return Availability.on(
                day,
                hours,
                absences.between(practitioner, day, day, Limit.unlimited()).stream()
                        .map(Absence::row)
                        .toList());
    }

    /** Returns the available practitioners of a clinic in a range of days, by name; two statements. */
    public List<Roster> roster(ClinicId clinic, LocalDate first, LocalDate last) {
        var week = practitioners.weekAt(clinic);
        if (week.isEmpty()) {
            return List.of();
        }
        var away = absences
                .ofAll(week.keySet().stream().map(PractitionerLabel::id).toList(), first, last)
                .stream()
                .map(Absence::row)
                .collect(groupingBy(AbsenceRow::practitioner));
        return week.entrySet().stream()
                .map(entry -> new Roster(
                        entry.getKey(),
                        first.datesUntil(last.plusDays(1))
                                .flatMap(day -> shifts(
                                        day,
                                        entry.getValue(),
                                        away.getOrDefault(entry.getKey().id(), List.of())))
                                .toList()))
                .toList();
    }

    private static Stream<Roster.Shift> shifts(LocalDate day, List<WorkingHours> week, List<AbsenceRow> away) {
        var hours = week.stream()
                .filter(stretch -> stretch.weekday() == day.getDayOfWeek())
                .toList();
        return Availability.on(day, hours, away).stream()
                .map(left -> new Roster.Shift(day, left.startsAt(), left.endsAt()));
    }
}

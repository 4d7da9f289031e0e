package io.plumbline.leads.ui.panel;

import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the fields of a lead's first visit, at the current user's clinics. */
@Component
class FirstVisitFieldsFactory {
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final Clock clock;

    FirstVisitFieldsFactory(
            PractitionerService practitioners, ScheduleService schedule, ClinicService clinics, Clock clock) {
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.clinics = clinics;
        this.clock = clock;
    }

    FirstVisitFields create(LeadDetails lead) {
        return new FirstVisitFields(
                practitioners, schedule, clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)), lead, clock);
    }
}

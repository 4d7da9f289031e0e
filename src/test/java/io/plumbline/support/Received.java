package io.plumbline.support;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.CallWindow;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PhoneNumber;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads that have come in at the demo clinic beside those that it has. */
@Component
public class Received {
    private final LeadService leads;
    private final ClinicService clinics;
    private final Staff staff;
    private final Clock clock;

    Received(LeadService leads, ClinicService clinics, Staff staff, Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.staff = staff;
        this.clock = clock;
    }

    /** A lead typed by the manager, whose concern is the lower back. */
    public LeadId lead(String name, LeadSource source, @Nullable ClinicId clinic) {
        var draft = new LeadDraft(
                name,
                new PhoneNumber("+16025550177"),
                null,
                "Lower back",
                CallWindow.ANY_TIME,
                source,
                clinic,
                clock.instant());
        return staff.as("manager", () -> leads.receive(draft, null));
    }

    /** A clinic of the demo by its name. */
    public ClinicId clinic(String name) {
        return clinics.labels().values().stream()
                .filter(clinic -> clinic.name().equals(name))
                .findFirst()
                .map(ClinicLabel::id)
                .orElseThrow();
    }
}

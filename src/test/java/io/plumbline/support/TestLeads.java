package io.plumbline.support;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads that have come in beside those that are there, whose concern is the lower back. */
@Component
public class TestLeads {
    private static final PhoneNumber PHONE = new PhoneNumber("+16025550177");

    private final LeadService leads;
    private final ClinicService clinics;
    private final Staff staff;
    private final Clock clock;

    TestLeads(LeadService leads, ClinicService clinics, Staff staff, Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.staff = staff;
        this.clock = clock;
    }

    /** A lead typed by the manager. */
    public LeadId lead(String name, LeadSource source, @Nullable ClinicId clinic) {
        return staff.as("manager", () -> leads.receive(draft(name, PHONE, CallWindow.ANY_TIME, source, clinic), null));
    }

    /** A lead that came by itself, with a phone of its own. */
    public LeadId lead(String name, PhoneNumber phone, @Nullable ClinicId clinic) {
        return lead(draft(name, phone, clinic));
    }

    /** A lead that came by itself, with times of its own. */
    public LeadId lead(String name, CallWindow window, @Nullable ClinicId clinic) {
        return lead(draft(name, PHONE, window, LeadSource.SIGN, clinic));
    }

    /** What somebody says who can be called at any time. */
    public LeadDraft draft(String name, PhoneNumber phone, @Nullable ClinicId clinic) {
        return draft(name, phone, CallWindow.ANY_TIME, LeadSource.SIGN, clinic);
    }

    private LeadId lead(LeadDraft draft) {
        return staff.as("system", () -> leads.receive(draft, null));
    }

    private LeadDraft draft(
            String name, PhoneNumber phone, CallWindow window, LeadSource source, @Nullable ClinicId clinic) {
        return new LeadDraft(name, phone, null, "Lower back", window, source, clinic, clock.instant());
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

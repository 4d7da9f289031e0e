package io.plumbline.leads;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Leads as they come to be in a group that has called people for a year. */
public final class GeneratedLeads {
    /** Of a hundred leads so many become no patient. */
    public static final int STRANGERS = 55;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Random random;
    private final GeneratedTrail trail;

    public GeneratedLeads(Random random, GeneratedTrail trail) {
        this.random = random;
        this.trail = trail;
    }

    /**
     * One who asked some time ago, and what became of it until now; most are over.
     *
     * @param patient whom the lead became; null where nobody became a patient
     */
    public AbstractAggregateRoot<?> lead(LeadDraft draft, @Nullable PatientId patient, StaffId by, Instant now) {
        var fate = patient == null ? random.nextInt(STRANGERS) : STRANGERS;
        var age = fate < 12 ? Duration.ofMinutes(random.nextInt(3 * 1440)) : Duration.ofDays(3 + random.nextInt(360));
        var received = now.minus(age);
        var lead = Lead.received(draft, null, by, received, followUp(received));
        trail.tell(lead, by, received);
        var called = received.plus(age.dividedBy(4));
        if (fate < 4) {
            return lead;
        }
        if (fate < 8) {
            lead.called(Call.of(CallOutcome.NO_ANSWER), by, called, followUp(called.plus(A_DAY)));
        } else if (fate < 12) {
            lead.called(Call.of(CallOutcome.REACHED), by, called, followUp(called.plus(A_DAY)));
        } else if (fate < 20) {
            lead.called(Call.of(CallOutcome.REACHED), by, called, followUp(called.plus(A_DAY)));
            lead.nurture(followUp(now.plus(Duration.ofDays(1L + random.nextInt(90)))), by, called);
        } else if (patient == null) {
            lead.called(Call.notInterested("", "Lives too far away to come"), by, called, null);
        } else {
            lead.called(Call.of(CallOutcome.REACHED), by, called, followUp(called.plus(A_DAY)));
            lead.convert(patient, by, called.plus(Duration.ofMinutes(5)));
        }
        lead.waited(Duration.ofMinutes(age.toMinutes() % 600), called);
        trail.tell(lead, by, called);
        return lead;
    }

    private static NextFollowUp followUp(Instant at) {
        return NextFollowUp.at(at, Duration.ofMinutes(15));
    }
}

package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does the same to several leads, each in a transaction of its own: one that is refused holds up no other. */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Requires(Permission.LEAD_WORK)
public class LeadBulk {
    private final LeadService leads;
    private final ClinicService clinics;

    LeadBulk(LeadService leads, ClinicService clinics) {
        this.leads = leads;
        this.clinics = clinics;
    }

    /** What became of it. */
    public record Result(int done, List<Refused> refused) {}

    /** A lead to which it was not done, and why. */
    public record Refused(LeadId lead, String fullName, String why) {}

    /** Puts leads into the queue of a clinic or of the group; each is called by the clock of that queue. */
    public Result assign(Collection<LeadListRow> some, ClinicId queue) {
        return each(some, lead -> leads.assign(lead.id(), lead.version(), queue));
    }

    /** Lets leads rest until a time of day in the zone of each. */
    public Result nurture(Collection<LeadListRow> some, LocalDate day, LocalTime at) {
        return each(
                some,
                lead -> leads.nurture(
                        lead.id(),
                        lead.version(),
                        day.atTime(at).atZone(zone(lead.clinic())).toInstant()));
    }

    /** Gives leads up for one reason of at most 200 characters. */
    public Result lose(Collection<LeadListRow> some, String reason) {
        return each(some, lead -> leads.lose(lead.id(), lead.version(), reason));
    }

    private ZoneId zone(@Nullable ClinicId clinic) {
        return Optional.ofNullable(clinic)
                .map(clinics.labels()::get)
                .map(ClinicLabel::zone)
                .orElseGet(clinics::ownZone);
    }

    private static Result each(Collection<LeadListRow> some, Consumer<LeadListRow> deed) {
        var done = 0;
        var refused = new ArrayList<Refused>();
        for (var lead : some) {
            try {
                deed.accept(lead);
                done++;
            } catch (OptimisticLockingFailureException changed) {
                refused.add(refused(lead, "a colleague changed it meanwhile"));
            } catch (NoSuchElementException notMine) {
                refused.add(refused(lead, "it is in a queue that is not yours any more"));
            } catch (IllegalStateException | IllegalArgumentException impossible) {
                refused.add(refused(lead, String.valueOf(impossible.getMessage())));
            }
        }
        return new Result(done, List.copyOf(refused));
    }

    private static Refused refused(LeadListRow lead, String why) {
        return new Refused(lead.id(), lead.fullName(), why);
    }
}

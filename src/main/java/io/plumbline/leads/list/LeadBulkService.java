package io.plumbline.leads.list;

import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies a change to several leads, each in its own transaction, so that one refusal does not stop the others. */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Requires(Permission.LEAD_WORK)
public class LeadBulkService {
    private final LeadService leads;
    private final ClinicService clinics;

    LeadBulkService(LeadService leads, ClinicService clinics) {
        this.leads = leads;
        this.clinics = clinics;
    }

    /** The result of a bulk change. */
    public record Result(int done, List<LeadNotChanged> notChanged) {}

    /** A lead that was not changed, and why. */
    public record LeadNotChanged(LeadId lead, String fullName, String why) {}

    /** Moves leads to the queue of a clinic or of the group, whose business hours set their next follow-ups. */
    public Result assign(Collection<LeadListRow> some, ClinicId queue) {
        return each(some, lead -> leads.assign(lead.id(), lead.version(), queue));
    }

    /** Moves leads to nurture until a day and time in the zone of each lead's clinic. */
    public Result nurture(Collection<LeadListRow> some, LocalDate day, LocalTime at) {
        return each(
                some,
                lead -> leads.nurture(
                        lead.id(),
                        lead.version(),
                        day.atTime(at).atZone(zone(lead.clinic())).toInstant()));
    }

    /** Marks leads as lost, with one reason of at most 200 characters. */
    public Result lose(Collection<LeadListRow> some, String reason) {
        // one reason for all of them, refused before the first one
        ReasonWords.choiceOr(LeadService.LOST_REASONS, "The reason", reason, LeadService.LONGEST_REASON);
        return each(some, lead -> leads.lose(lead.id(), lead.version(), reason));
    }

    private ZoneId zone(@Nullable ClinicId clinic) {
        return clinic == null ? clinics.ownZone() : clinics.zoneOf(clinic);
    }

    private static Result each(Collection<LeadListRow> some, Consumer<LeadListRow> deed) {
        var done = 0;
        var notChanged = new ArrayList<LeadNotChanged>();
        for (var lead : some) {
            try {
                deed.accept(lead);
                done++;
            } catch (StaleVersion changed) {
                notChanged.add(notChanged(lead, "a colleague changed it in the meantime"));
            } catch (NotAvailable notMine) {
                notChanged.add(notChanged(lead, "you no longer have access to its queue"));
            } catch (Refused impossible) {
                notChanged.add(notChanged(lead, impossible.sentence()));
            }
        }
        return new Result(done, List.copyOf(notChanged));
    }

    private static LeadNotChanged notChanged(LeadListRow lead, String why) {
        return new LeadNotChanged(lead.id(), lead.fullName(), why);
    }
}

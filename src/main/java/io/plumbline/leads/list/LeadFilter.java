package io.plumbline.leads.list;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which leads to show; a null or empty criterion does not filter.
 *
 * @param step the step that they have reached at least; any step excludes spam and merged leads, as the report does
 * @param queue the clinic that calls, or {@link LeadQueue#GROUP}
 * @param caller who called first
 * @param from the first day of receipt, in the zone of the current user's first clinic
 * @param to the last day of receipt
 * @param lostReason the exact reason for which they were lost
 * @param words prefixes of the words of the name, the last digits of the phone number, or a prefix of the e-mail
 *     address
 */
public record LeadFilter(
        @Nullable LeadStatus status,
        @Nullable FunnelStep step,
        @Nullable LeadSource source,
        @Nullable ClinicId queue,
        @Nullable StaffId caller,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String lostReason,
        String words) {

    /** All leads. */
    public static final LeadFilter NONE = new LeadFilter(null, null, null, null, null, null, null, null, "");

    /** Returns a filter that only searches. */
    public static LeadFilter of(String words) {
        return new LeadFilter(null, null, null, null, null, null, null, null, words);
    }

    /** Returns this filter with a status. */
    public LeadFilter of(LeadStatus one) {
        return new LeadFilter(one, step, source, queue, caller, from, to, lostReason, words);
    }

    /** Returns this filter with a source. */
    public LeadFilter of(LeadSource one) {
        return new LeadFilter(status, step, one, queue, caller, from, to, lostReason, words);
    }

    /** Returns this filter with a queue. */
    public LeadFilter of(ClinicId one) {
        return new LeadFilter(status, step, source, one, caller, from, to, lostReason, words);
    }

    /** Returns this filter with a first caller. */
    public LeadFilter of(StaffId one) {
        return new LeadFilter(status, step, source, queue, one, from, to, lostReason, words);
    }

    /** Returns this filter with a funnel step. */
    public LeadFilter reached(FunnelStep one) {
        return new LeadFilter(status, one, source, queue, caller, from, to, lostReason, words);
    }

    /** Returns this filter limited to leads received within these days. */
    public LeadFilter within(LocalDate first, LocalDate last) {
        return new LeadFilter(
                status,
                step,
                source,
                queue,
                caller,
                from == null || from.isBefore(first) ? first : from,
                to == null || to.isAfter(last) ? last : to,
                lostReason,
                words);
    }

    /** Returns this filter for leads lost for a reason. */
    public LeadFilter lostFor(String reason) {
        return new LeadFilter(LeadStatus.LOST, step, source, queue, caller, from, to, reason, words);
    }
}

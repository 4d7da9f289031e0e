package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are asked for; what is null or empty does not narrow.
 *
 * @param step how far they came at least; any step leaves out spam and what was merged, as the report does
 * @param queue the clinic that calls, or {@link #GROUP}
 * @param caller who called first
 * @param from the first day on which they came in, in the zone of the caller's first clinic
 * @param to the last such day
 * @param lostReason why they were given up, word by word
 * @param words beginnings of words of the name, the end of the phone number, or the beginning of the e-mail address
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

    /** The queue of those who name no clinic. */
    public static final ClinicId GROUP = Lead.GROUP;

    /** All leads. */
    public static final LeadFilter NONE = new LeadFilter(null, null, null, null, null, null, null, null, "");

    /** The same of one status. */
    public LeadFilter of(LeadStatus one) {
        return new LeadFilter(one, step, source, queue, caller, from, to, lostReason, words);
    }

    /** The same of one source. */
    public LeadFilter of(LeadSource one) {
        return new LeadFilter(status, step, one, queue, caller, from, to, lostReason, words);
    }

    /** The same of one queue. */
    public LeadFilter of(ClinicId one) {
        return new LeadFilter(status, step, source, one, caller, from, to, lostReason, words);
    }

    /** The same of one who called first. */
    public LeadFilter of(StaffId one) {
        return new LeadFilter(status, step, source, queue, one, from, to, lostReason, words);
    }

    /** Those of them that came so far. */
    public LeadFilter reached(FunnelStep one) {
        return new LeadFilter(status, one, source, queue, caller, from, to, lostReason, words);
    }

    /** Those of them that came in within some days. */
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

    /** Those of them that were given up for a reason. */
    public LeadFilter lostFor(String reason) {
        return new LeadFilter(LeadStatus.LOST, step, source, queue, caller, from, to, reason, words);
    }
}

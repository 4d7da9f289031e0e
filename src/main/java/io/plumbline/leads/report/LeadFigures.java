package io.plumbline.leads.report;

import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.report.LeadReportQuery.TwoWaits;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a set of leads, without spam and merged leads. Waiting times are business minutes of the lead's queue
 * since receipt, by the nearest-rank method; null if nobody was called.
 *
 * @param booked with a consultation, booked on its own or on conversion
 * @param responseTargetMet first called within the response target
 * @param responseTargetMissed first called after the response target, or overdue without a call
 */
public record LeadFigures(
        long received,
        long contacted,
        long booked,
        long held,
        long converted,
        long responseTargetMet,
        long responseTargetMissed,
        Waits toAttempt,
        Waits toContact) {

    /** The figures of no leads. */
    static final LeadFigures NONE = new LeadFigures(0, 0, 0, 0, 0, 0, 0, Waits.NONE, Waits.NONE);

    /** Waiting times in business minutes: median and 90th percentile. */
    public record Waits(@Nullable Integer median, @Nullable Integer p90) {
        /** No waiting times. */
        static final Waits NONE = new Waits(null, null);
    }

    /** Returns the sum of both, without waiting times. */
    LeadFigures plus(LeadFigures others) {
        return new LeadFigures(
                received + others.received,
                contacted + others.contacted,
                booked + others.booked,
                held + others.held,
                converted + others.converted,
                responseTargetMet + others.responseTargetMet,
                responseTargetMissed + others.responseTargetMissed,
                Waits.NONE,
                Waits.NONE);
    }

    /** Returns these figures with waiting times. */
    LeadFigures waiting(TwoWaits waits) {
        return new LeadFigures(
                received,
                contacted,
                booked,
                held,
                converted,
                responseTargetMet,
                responseTargetMissed,
                waits.toAttempt(),
                waits.toContact());
    }

    /** Returns how many leads reached a step. */
    public long at(FunnelStep step) {
        return switch (step) {
            case RECEIVED -> received;
            case CONTACTED -> contacted;
            case BOOKED -> booked;
            case HELD -> held;
            case CONVERTED -> converted;
        };
    }

    /** Returns the converted share of the received leads in percent; null if none were received. */
    public @Nullable Integer conversionPercent() {
        return percent(converted, received);
    }

    /** Returns the share of met response targets in percent, among those met or missed; null if there are none. */
    public @Nullable Integer responseTargetPercent() {
        return percent(responseTargetMet, responseTargetMet + responseTargetMissed);
    }

    private static @Nullable Integer percent(long some, long all) {
        return all == 0 ? null : Math.toIntExact(Math.round(100.0 * some / all));
    }
}

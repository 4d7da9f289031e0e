package io.plumbline.leads;

import io.plumbline.leads.LeadReportStore.TwoWaits;
import org.jspecify.annotations.Nullable;

/**
 * Some leads in numbers; spam and what was merged are none of them. Waits are opening minutes of the lead's queue since
 * it came in, by nearest rank; null where nobody was called.
 *
 * @param booked with a consultation booked, by itself or by converting
 * @param promiseKept called first within the promise
 * @param promiseBroken called first after it, or not called yet and it is over
 */
public record LeadFigures(
        long received,
        long contacted,
        long booked,
        long held,
        long converted,
        long promiseKept,
        long promiseBroken,
        Waits toAttempt,
        Waits toContact) {

    /** No lead. */
    public static final LeadFigures NONE = new LeadFigures(0, 0, 0, 0, 0, 0, 0, Waits.NONE, Waits.NONE);

    /** How long people waited: half of them so long at most, and nine of ten. */
    public record Waits(@Nullable Integer median, @Nullable Integer p90) {
        /** Nobody waited. */
        public static final Waits NONE = new Waits(null, null);
    }

    /** These and others together, without the waits. */
    LeadFigures plus(LeadFigures others) {
        return new LeadFigures(
                received + others.received,
                contacted + others.contacted,
                booked + others.booked,
                held + others.held,
                converted + others.converted,
                promiseKept + others.promiseKept,
                promiseBroken + others.promiseBroken,
                Waits.NONE,
                Waits.NONE);
    }

    /** The same with how long people waited. */
    LeadFigures waiting(TwoWaits waits) {
        return new LeadFigures(
                received,
                contacted,
                booked,
                held,
                converted,
                promiseKept,
                promiseBroken,
                waits.toAttempt(),
                waits.toContact());
    }

    /** How many came to a step. */
    public long at(FunnelStep step) {
        return switch (step) {
            case RECEIVED -> received;
            case CONTACTED -> contacted;
            case BOOKED -> booked;
            case HELD -> held;
            case CONVERTED -> converted;
        };
    }

    /** Of a hundred that were received so many became a patient; null where none was received. */
    public @Nullable Integer conversionPercent() {
        return percent(converted, received);
    }

    /** Of a hundred promises that are over or kept so many were kept; null where there is none. */
    public @Nullable Integer promisePercent() {
        return percent(promiseKept, promiseKept + promiseBroken);
    }

    private static @Nullable Integer percent(long some, long all) {
        return all == 0 ? null : Math.toIntExact(Math.round(100.0 * some / all));
    }
}

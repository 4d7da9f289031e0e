package io.plumbline.shared;

import java.util.function.Supplier;

/** Says of what is done that its reason was taken again from an act before it, so that the audit trail can say so. */
public final class SameReason {
    private static final ScopedValue<Boolean> TAKEN = ScopedValue.newInstance();

    private SameReason() {}

    /** Does something for a reason that was taken again. */
    public static <T> T taken(Supplier<T> action) {
        return ScopedValue.where(TAKEN, true).call(action::get);
    }

    /** Returns whether what is done now has a reason that was taken again. */
    public static boolean isTaken() {
        return TAKEN.isBound();
    }
}

package io.plumbline.recalls;

/** Where a recall stands. */
public enum RecallStatus {
    /** To be called. */
    OPEN,
    /** The patient booked after at least one attempt. */
    WON_BACK,
    /** The patient said no, and is not asked again before another visit. */
    DECLINED,
    /** There is no reason to call any more, and nobody had called. */
    LEFT
}

package io.plumbline.access;

/** What the pages of one-time links know of the limit on requests by address. */
public final class LinkLimits {
    /** The request attribute with the seconds to wait, a {@code Long}; absent if the request is within the limit. */
    public static final String WAIT_SECONDS = "io.plumbline.linkWait";

    private LinkLimits() {}
}

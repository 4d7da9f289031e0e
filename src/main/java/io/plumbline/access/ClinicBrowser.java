package io.plumbline.access;

/** What the public pages know of the browser that a request comes from. */
public final class ClinicBrowser {
    /**
     * The request attribute that is true where staff are signed in, in this browser, or were in the last 24 hours; absent
     * otherwise.
     */
    public static final String IS_OF_STAFF = "io.plumbline.browserOfStaff";

    private ClinicBrowser() {}
}

package io.plumbline.patients;

/** Why an online intake does not show by itself that the person answered it, so that it is confirmed with them. */
public enum Unproven {
    /** The link was shown to staff as text, to copy. */
    COPIED("By a link that staff copied"),
    /** The link went to an e-mail address that staff had recorded less than seven days before. */
    NEW_ADDRESS("By a link to a new e-mail address"),
    /** It came from a browser in which staff were signed in, or had been that day. */
    CLINIC("From the clinic");

    private final String label;

    Unproven(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

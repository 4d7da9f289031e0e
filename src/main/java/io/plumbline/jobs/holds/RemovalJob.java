package io.plumbline.jobs.holds;

/** A job that erases or closes records by itself, and can be put on hold. */
public enum RemovalJob {
    LEADS("leads that became no patient", "leads"),
    LEAD_REQUESTS("requests of the public form", "requests"),
    ONLINE_INTAKES("expired online intakes", "online intakes"),
    RECORDS("records whose retention has ended", "records"),
    IMPORT_FILES("files of old imports", "files");

    private final String removes;
    private final String noun;

    RemovalJob(String removes, String noun) {
        this.removes = removes;
        this.noun = noun;
    }

    /** Returns what the job removes, as in <em>erasing leads that became no patient</em>. */
    public String removes() {
        return removes;
    }

    /** Returns what is counted, in the plural. */
    public String noun() {
        return noun;
    }
}

package io.plumbline.shared;

/** The names of what may be done. Services and views name these; only the room {@code access} says who holds them. */
public final class Permission {
    public static final String ACCOUNT_READ = "account:read";
    public static final String ACCOUNT_CREATE = "account:create";
    public static final String AUDIT_READ = "audit:read";
    /** To import answers of practitioners from a page. */
    public static final String ANSWER_IMPORT = "answer:import";

    public static final String APPOINTMENT_BOOK = "appointment:book";
    /** The names and zones of clinics, for labels: everybody who is signed in. */
    public static final String CLINIC_LABEL = "clinic:label";

    public static final String CLINIC_READ = "clinic:read";
    public static final String CLINIC_WRITE = "clinic:write";
    public static final String EXERCISE_READ = "exercise:read";
    /** To sign an exercise off as the clinic's licensed lead. */
    public static final String EXERCISE_SIGN_OFF = "exercise:sign-off";

    public static final String EXERCISE_WRITE = "exercise:write";
    public static final String FLAG_DECIDE = "flag:decide";
    /** Flags of one's own patients, for everybody who treats them. */
    public static final String FLAG_OF_PATIENT = "flag:of-patient";

    /** To keep the patient's header true when a flag changes. */
    public static final String FLAG_KEEP = "flag:keep";

    public static final String FLAG_RAISE_AGAIN = "flag:raise-again";
    public static final String FLAG_READ = "flag:read";
    public static final String FLAG_RAISE = "flag:raise";
    public static final String INTAKE_READ = "intake:read";
    public static final String INTAKE_WRITE = "intake:write";
    public static final String LEAD_CONVERT = "lead:convert";
    public static final String LEAD_READ = "lead:read";
    public static final String LEAD_RECEIVE = "lead:receive";
    public static final String LEAD_WAKE = "lead:wake";
    public static final String LEAD_WORK = "lead:work";
    public static final String NOTE_READ = "note:read";
    public static final String NOTE_WRITE = "note:write";
    public static final String PATIENT_READ = "patient:read";
    public static final String PATIENT_WRITE = "patient:write";
    /** To keep the patient's header true when a plan moves on. */
    public static final String PLAN_KEEP = "plan:keep";

    public static final String PLAN_READ = "plan:read";
    /** To write and activate treatment plans. */
    public static final String PLAN_WRITE = "plan:write";

    public static final String PRACTITIONER_READ = "practitioner:read";
    public static final String PRACTITIONER_WRITE = "practitioner:write";
    /** To prove one's identity, and sign clinical records. */
    public static final String RECORD_SIGN = "record:sign";

    public static final String REPORT_READ = "report:read";
    public static final String SCHEDULE_READ = "schedule:read";

    private Permission() {}
}

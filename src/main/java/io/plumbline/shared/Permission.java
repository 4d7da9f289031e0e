package io.plumbline.shared;

/** The names of what may be done. Services and views name these; only the room {@code access} says who holds them. */
public final class Permission {
    public static final String ACCOUNT_READ = "account:read";
    /** To make an account with a password at once: the demo clinic and the first administrator. */
    public static final String ACCOUNT_CREATE = "account:create";

    /** To set the password of an account by its one-time link. */
    public static final String ACCOUNT_LINK = "account:link";

    public static final String ACCOUNT_WRITE = "account:write";
    public static final String AUDIT_READ = "audit:read";
    /** To import answers of practitioners from a page. */
    public static final String ANSWER_IMPORT = "answer:import";

    public static final String APPOINTMENT_BOOK = "appointment:book";
    public static final String APPOINTMENT_MARK = "appointment:mark";
    /** To take a practitioner into a patient's care team, which opens the record to them. */
    public static final String CARE_TEAM = "patient:care-team";

    /** To leave a patient's care team; whoever may take somebody in may also take them out. */
    public static final String CARE_TEAM_LEAVE = "patient:care-team-leave";

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
    /** To follow what clinical holds leave to do, in words that are not clinical. */
    public static final String HOLD_FOLLOW = "hold:follow";

    public static final String INTAKE_READ = "intake:read";
    public static final String INTAKE_WRITE = "intake:write";
    public static final String LEAD_CONVERT = "lead:convert";
    /** To take leads out as a file. */
    public static final String LEAD_EXPORT = "lead:export";

    /** To take in many leads from a file. */
    public static final String LEAD_IMPORT = "lead:import";

    public static final String LEAD_READ = "lead:read";
    public static final String LEAD_RECEIVE = "lead:receive";
    /** To look after leads in clinical review, with what the person answered. */
    public static final String LEAD_REVIEW = "lead:review";

    /** To take in what comes by the public form: the portal itself. */
    public static final String LEAD_SUBMIT = "lead:submit";

    /** To settle which leads of different queues are one person's. */
    public static final String LEAD_TWIN = "lead:twin";

    public static final String LEAD_WAKE = "lead:wake";
    public static final String LEAD_WORK = "lead:work";
    /** To send what lies in the outbox: the portal itself. */
    public static final String MAIL_SEND = "mail:send";

    /** To write mails, and send again what was not sent. */
    public static final String MAIL_WRITE = "mail:write";

    /** To keep the patient's header true when a visit changes or its time is over. */
    public static final String NEXT_VISIT_KEEP = "next-visit:keep";

    /** To move the next visit in a header on once its time is over: the portal itself. */
    public static final String NEXT_VISIT_MOVE = "next-visit:move";

    /** To follow which session notes are not signed yet, without what they say. */
    public static final String NOTE_FOLLOW = "note:follow";

    public static final String NOTE_READ = "note:read";
    public static final String NOTE_WRITE = "note:write";
    /** To open a record outside the relation with a reason. */
    public static final String OPENING_BEGIN = "opening:begin";

    /** To review what was opened with a reason. */
    public static final String OPENING_REVIEW = "opening:review";

    public static final String PATIENT_ALERT = "patient:alert";
    public static final String PATIENT_CONSENT = "patient:consent";
    /** To compare a lead with the patients of all clinics: the portal itself. */
    public static final String PATIENT_MATCH = "patient:match";

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
    /** To confirm a clinical role that the administrator granted. */
    public static final String ROLE_CONFIRM = "role:confirm";

    public static final String SCHEDULE_READ = "schedule:read";

    private Permission() {}
}

package io.plumbline.shared;

/**
 * The names of all permissions. Services and views refer to them; only the {@code access} module grants them to roles.
 */
public final class Permission {
    /** To register and answer patients' requests for their record, and to export a record for one. */
    public static final String ACCESS_REQUEST = "access-request:work";

    /** To manage one's own account: password and sessions; for everybody who is signed in. */
    public static final String ACCOUNT_OWN = "account:own";

    public static final String ACCOUNT_READ = "account:read";
    /** To create an account with a password: for the demo clinic and the first administrator. */
    public static final String ACCOUNT_CREATE = "account:create";

    /** To set the password of an account by its one-time link. */
    public static final String ACCOUNT_LINK = "account:link";

    public static final String ACCOUNT_WRITE = "account:write";
    /** To add files to a patient's record, and to mark one as entered in error. */
    public static final String ATTACHMENT_ADD = "attachment:add";

    /** To read files on a patient's record; without clinical access only the signed forms of one's clinics. */
    public static final String ATTACHMENT_READ = "attachment:read";

    /** To decide on unusual accesses that the portal found in the audit trail. */
    public static final String ANOMALY_DECIDE = "anomaly:decide";

    /** To export entries of the audit trail. */
    public static final String AUDIT_EXPORT = "audit:export";

    public static final String AUDIT_READ = "audit:read";
    /** To import practitioners' answers from a page. */
    public static final String ANSWER_IMPORT = "answer:import";

    public static final String APPOINTMENT_BOOK = "appointment:book";

    /** To book visits of patients whom one treats; who holds {@link #APPOINTMENT_BOOK} books for everybody. */
    public static final String APPOINTMENT_BOOK_NEXT = "appointment:book-next";

    public static final String APPOINTMENT_MARK = "appointment:mark";
    /** To add a practitioner to a patient's care team, which gives access to the record. */
    public static final String CARE_TEAM = "patient:care-team";

    /** To remove a practitioner from a patient's care team; everybody who may add somebody may also remove them. */
    public static final String CARE_TEAM_LEAVE = "patient:care-team-leave";

    /** Marks a patient as sensitive, names who finds the record, and removes the mark. */
    public static final String SENSITIVE_MARK = "patient:sensitive";

    /** Sees all sensitive patients, by number. */
    public static final String SENSITIVE_LIST = "patient:sensitive-list";

    /** To read the names and time zones of clinics, for labels; for everybody who is signed in. */
    public static final String CLINIC_LABEL = "clinic:label";

    public static final String CLINIC_READ = "clinic:read";
    public static final String CLINIC_WRITE = "clinic:write";
    /** To read the published consent texts, to take a consent with them. */
    public static final String CONSENT_TEXT_READ = "consent-text:read";

    /** To write and publish consent texts. */
    public static final String CONSENT_TEXT_WRITE = "consent-text:write";

    /** To read and manage the contacts book, which has no patient data. */
    public static final String CONTACT_WRITE = "contact:write";

    /** To choose how dates and times are shown to oneself; for everybody who is signed in. */
    public static final String DISPLAY_CHOOSE = "display:choose";

    public static final String EXERCISE_READ = "exercise:read";
    /** To sign off an exercise as the clinic's licensed lead. */
    public static final String EXERCISE_SIGN_OFF = "exercise:sign-off";

    public static final String EXERCISE_WRITE = "exercise:write";

    /** To check the second step of a sign-in. */
    public static final String FACTOR_CHECK = "factor:check";

    /** To set up and turn off one's own two-step sign-in. */
    public static final String FACTOR_KEEP = "factor:keep";
    /** To find again what one has viewed; for everybody who is signed in. */
    public static final String FIND = "find:own";

    public static final String FLAG_DECIDE = "flag:decide";
    /** To read the red flags of one's own patients, for everybody who treats them. */
    public static final String FLAG_OF_PATIENT = "flag:of-patient";

    /** To update the patient header when a red flag changes. */
    public static final String FLAG_KEEP = "flag:keep";

    /** To raise what a patient answered in an online intake; for the system only. */
    public static final String FLAG_RAISE_TOLD = "flag:raise-told";

    public static final String FLAG_RAISE_AGAIN = "flag:raise-again";
    public static final String FLAG_READ = "flag:read";
    public static final String FLAG_RAISE = "flag:raise";
    /** To follow up on clinical holds, without clinical content. */
    public static final String HOLD_FOLLOW = "hold:follow";

    /** To prove who one is by the password, before a sensitive action; for everybody who is signed in. */
    public static final String IDENTITY_PROVE = "identity:prove";

    /** To delete the files of imports that ended long ago; for the system only. */
    public static final String IMPORT_FILE_DELETE = "import:file-delete";

    /** To write the clinics' own questions for intake notes. */
    public static final String INTAKE_FORM_WRITE = "intake-form:write";

    public static final String INTAKE_READ = "intake:read";
    public static final String INTAKE_WRITE = "intake:write";
    /** To conclude an intake note that leaves the outcome to a chiropractor. */
    public static final String INTAKE_CONCLUDE = "intake:conclude";

    public static final String LEAD_CONVERT = "lead:convert";
    /** To export leads to a file. */
    public static final String LEAD_EXPORT = "lead:export";

    /** To import leads from a file. */
    public static final String LEAD_IMPORT = "lead:import";

    public static final String LEAD_READ = "lead:read";
    public static final String LEAD_RECEIVE = "lead:receive";
    /** To work on leads in clinical review, including the person's answers. */
    public static final String LEAD_REVIEW = "lead:review";

    /** To receive requests from the public form; for the system only. */
    public static final String LEAD_SUBMIT = "lead:submit";

    /** To erase the people of leads that became no patient, and of spam; for the system only. */
    public static final String LEAD_ERASE = "lead:erase";

    /** To resolve duplicate candidates across queues. */
    public static final String LEAD_DUPLICATE = "lead:duplicate";

    public static final String LEAD_WAKE = "lead:wake";
    public static final String LEAD_WORK = "lead:work";
    /** To send a patient the message of an action that one may take, such as a link to an online intake. */
    public static final String MAIL_ADD = "mail:add";

    /** To send messages from the outbox; for the system only. */
    public static final String MAIL_SEND = "mail:send";

    /** To write messages and to retry failed ones. */
    public static final String MAIL_WRITE = "mail:write";
    /** To read scores of outcome measures. */
    public static final String MEASURE_READ = "measure:read";

    public static final String MEASURE_WRITE = "measure:write";

    /** To update the patient header when a visit changes or is over. */
    public static final String NEXT_VISIT_KEEP = "next-visit:keep";

    /** To replace the next visit in a patient header once it is over; for the system only. */
    public static final String NEXT_VISIT_MOVE = "next-visit:move";

    /** To follow up on unsigned session notes, without their content. */
    public static final String NOTE_FOLLOW = "note:follow";

    public static final String NOTE_READ = "note:read";
    public static final String NOTE_WRITE = "note:write";
    /** To begin break-glass access to a record outside one's relation, with a reason. */
    public static final String BREAK_GLASS_BEGIN = "break-glass:begin";

    /** To review break-glass access. */
    public static final String BREAK_GLASS_REVIEW = "break-glass:review";

    /** To keep the disclosure register and to report the disclosures of a patient. */
    public static final String DISCLOSURE = "disclosure:work";

    /** To receive what patients enter in online intakes; for the system only. */
    public static final String ONLINE_INTAKE_ANSWER = "online-intake:answer";

    /** To delete what expired links to online intakes left; for the system only. */
    public static final String ONLINE_INTAKE_EXPIRE = "online-intake:expire";

    /** To send and withdraw links to online intakes, and to read their status, without content. */
    public static final String ONLINE_INTAKE_SEND = "online-intake:send";

    /** To place and withdraw checkout orders for one's own patients. */
    public static final String ORDER_PLACE = "order:place";

    /** To read checkout orders: those of one's clinics, or of one's own patients. */
    public static final String ORDER_READ = "order:read";

    /** To hand over and decline checkout orders at the desk. */
    public static final String ORDER_WORK = "order:work";

    public static final String PATIENT_ALERT = "patient:alert";
    public static final String PATIENT_CONSENT = "patient:consent";
    /** To export lists of patients, of the schedule and of treatment plans to files. */
    public static final String PATIENT_EXPORT = "patient:export";

    /** To import patients from a file of another product, and to take an import back. */
    public static final String PATIENT_IMPORT = "patient:import";

    /** To compare a lead or a patient with the patients of all clinics; for the system only. */
    public static final String PATIENT_MATCH = "patient:match";

    /** To say that two patient records are of the same person, or that they are not. */
    public static final String PATIENT_MERGE = "patient:merge";

    public static final String PATIENT_READ = "patient:read";
    /** To set a patient inactive or deceased, and active again. */
    public static final String PATIENT_STATUS = "patient:status";

    public static final String PATIENT_WRITE = "patient:write";
    /** To update the patient header when a treatment plan changes. */
    public static final String PLAN_KEEP = "plan:keep";

    /** To hand the plans of a practitioner over to another, with what is booked. */
    public static final String PLAN_HAND_OVER = "plan:hand-over";

    /**
     * To write phrases and note templates for all clinicians of the clinics; everybody who writes notes has some of their
     * own.
     */
    public static final String PHRASE_SHARE = "phrase:share";

    public static final String PLAN_READ = "plan:read";
    /** To write and activate treatment plans. */
    public static final String PLAN_WRITE = "plan:write";

    public static final String PRACTITIONER_READ = "practitioner:read";
    public static final String PRACTITIONER_WRITE = "practitioner:write";
    /** To export the whole record of a patient whom one treats. */
    public static final String RECORD_EXPORT = "record:export";

    /** To see which follow-ups of adverse reactions are due, without clinical content. */
    public static final String REACTION_FOLLOW = "reaction:follow";

    /** To read the adverse reactions of one's own patients. */
    public static final String REACTION_READ = "reaction:read";

    /** To record adverse reactions of one's own patients, and to follow them up. */
    public static final String REACTION_WRITE = "reaction:write";

    /** To put patients on the recall board and take them off, and to read the days that decide it. */
    public static final String RECALL_KEEP = "recall:keep";

    /** To call patients who have nothing booked, and to record what they said. */
    public static final String RECALL_WORK = "recall:work";
    /** To read referrals of one's own patients. */
    public static final String REFERRAL_READ = "referral:read";

    /** To refer patients, and to record what became of it. */
    public static final String REFERRAL_WRITE = "referral:write";

    public static final String REPORT_READ = "report:read";
    /** To confirm a clinical role that an administrator granted. */
    public static final String ROLE_CONFIRM = "role:confirm";

    public static final String SCHEDULE_READ = "schedule:read";

    /** To keep the rows of running sessions. */
    public static final String SESSION_KEEP = "session:keep";

    private Permission() {}
}

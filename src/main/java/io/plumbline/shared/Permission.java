package io.plumbline.shared;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The names of all permissions, and what each allows. Services and views refer to them; only the {@code access} module
 * grants them to roles.
 */
public final class Permission {
    @InWords("Register and answer patients' requests for their record, or to amend it, and export a record for one.")
    public static final String ACCESS_REQUEST = "access-request:work";

    @InWords("Change one's own password, and end one's own sessions.")
    public static final String ACCOUNT_OWN = "account:own";

    @InWords("See the accounts of all staff.")
    public static final String ACCOUNT_READ = "account:read";

    @InWords("Create an account with a password, for the demo clinic.")
    public static final String ACCOUNT_CREATE = "account:create";

    @InWords("Set the password of an account by its one-time link.")
    public static final String ACCOUNT_LINK = "account:link";

    @InWords("Invite people, change and deactivate accounts, and make one-time links.")
    public static final String ACCOUNT_WRITE = "account:write";

    @InWords("Add files to a patient's record, and mark one as entered in error.")
    public static final String ATTACHMENT_ADD = "attachment:add";

    @InWords("Read files on a patient's record; without clinical access only the signed forms of one's clinics.")
    public static final String ATTACHMENT_READ = "attachment:read";

    @InWords("Decide on unusual accesses that the portal found in the audit trail.")
    public static final String ANOMALY_DECIDE = "anomaly:decide";

    @InWords("Export entries of the audit trail.")
    public static final String AUDIT_EXPORT = "audit:export";

    @InWords("Read and verify the audit trail.")
    public static final String AUDIT_READ = "audit:read";

    @InWords("Import practitioners' answers from a page.")
    public static final String ANSWER_IMPORT = "answer:import";

    @InWords("Book, move and cancel appointments of all patients whom one sees.")
    public static final String APPOINTMENT_BOOK = "appointment:book";

    @InWords("Book visits of patients whom one treats.")
    public static final String APPOINTMENT_BOOK_NEXT = "appointment:book-next";

    @InWords("Confirm and check in appointments, and mark what became of them.")
    public static final String APPOINTMENT_MARK = "appointment:mark";

    @InWords("Add a practitioner to a patient's care team, which gives access to the record.")
    public static final String CARE_TEAM = "patient:care-team";

    @InWords("Remove a practitioner from a patient's care team.")
    public static final String CARE_TEAM_LEAVE = "patient:care-team-leave";

    @InWords("Mark a patient as sensitive, name who finds the record, and remove the mark.")
    public static final String SENSITIVE_MARK = "patient:sensitive";

    @InWords("See all sensitive patients, by number.")
    public static final String SENSITIVE_LIST = "patient:sensitive-list";

    @InWords("Ask for an export of everything of one's clinics, and download the encrypted file once it is released.")
    public static final String CLINIC_EXPORT = "clinic-export:ask";

    @InWords("Release, decline or cancel an export of everything of a clinic, with its sensitive patients by number.")
    public static final String CLINIC_EXPORT_RELEASE = "clinic-export:release";

    @InWords("Make the exports of clinics that were released, and delete those that nobody downloaded.")
    public static final String CLINIC_EXPORT_RUN = "clinic-export:run";

    @InWords("Read the names and time zones of clinics.")
    public static final String CLINIC_LABEL = "clinic:label";

    @InWords("See the settings of one's clinics.")
    public static final String CLINIC_READ = "clinic:read";

    @InWords("Change hours, closed days, rooms and services of one's clinics, and found a clinic.")
    public static final String CLINIC_WRITE = "clinic:write";

    @InWords("Read the published consent texts.")
    public static final String CONSENT_TEXT_READ = "consent-text:read";

    @InWords("Write and publish consent texts.")
    public static final String CONSENT_TEXT_WRITE = "consent-text:write";

    @InWords("Read and keep the contacts book, which has no patient data.")
    public static final String CONTACT_WRITE = "contact:write";

    @InWords("Choose how dates and times are shown to oneself.")
    public static final String DISPLAY_CHOOSE = "display:choose";

    @InWords("Read the exercise library and practitioners' answers.")
    public static final String EXERCISE_READ = "exercise:read";

    @InWords("Sign off an exercise as the clinic's licensed lead.")
    public static final String EXERCISE_SIGN_OFF = "exercise:sign-off";

    @InWords("Add and change exercises.")
    public static final String EXERCISE_WRITE = "exercise:write";

    @InWords("Check the second step of a sign-in.")
    public static final String FACTOR_CHECK = "factor:check";

    @InWords("Set up and turn off one's own two-step sign-in and signing PIN.")
    public static final String FACTOR_KEEP = "factor:keep";

    @InWords("Find again what one has viewed.")
    public static final String FIND = "find:own";

    @InWords("Decide red flags.")
    public static final String FLAG_DECIDE = "flag:decide";

    @InWords("Read the red flags of one's own patients.")
    public static final String FLAG_OF_PATIENT = "flag:of-patient";

    @InWords("Update a patient's header when a red flag changes.")
    public static final String FLAG_KEEP = "flag:keep";

    @InWords("Raise the red flags that a patient's online intake answers call for.")
    public static final String FLAG_RAISE_TOLD = "flag:raise-told";

    @InWords("Raise a red flag again when its monitoring ends.")
    public static final String FLAG_RAISE_AGAIN = "flag:raise-again";

    @InWords("See open red flags and leads in clinical review in one list.")
    public static final String FLAG_READ = "flag:read";

    @InWords("Screen patients and raise red flags.")
    public static final String FLAG_RAISE = "flag:raise";

    @InWords("Follow up on clinical holds, without clinical content.")
    public static final String HOLD_FOLLOW = "hold:follow";

    @InWords("Confirm by password or signing PIN who one is, before a signature or a sensitive action.")
    public static final String IDENTITY_PROVE = "identity:prove";

    @InWords("Delete the files of imports that ended long ago.")
    public static final String IMPORT_FILE_DELETE = "import:file-delete";

    @InWords("Write the clinics' own questions for intake notes.")
    public static final String INTAKE_FORM_WRITE = "intake-form:write";

    @InWords("Read intake notes of one's own patients.")
    public static final String INTAKE_READ = "intake:read";

    @InWords("Write, sign and amend intake notes.")
    public static final String INTAKE_WRITE = "intake:write";

    @InWords("Conclude an intake note that a therapist leaves to a chiropractor.")
    public static final String INTAKE_CONCLUDE = "intake:conclude";

    @InWords("Convert a lead to a patient.")
    public static final String LEAD_CONVERT = "lead:convert";

    @InWords("Export leads to a file.")
    public static final String LEAD_EXPORT = "lead:export";

    @InWords("Import leads from a file.")
    public static final String LEAD_IMPORT = "lead:import";

    @InWords("See consultation leads of one's queues.")
    public static final String LEAD_READ = "lead:read";

    @InWords("Add leads.")
    public static final String LEAD_RECEIVE = "lead:receive";

    @InWords("Read the safety answers of leads in clinical review, and decide them.")
    public static final String LEAD_REVIEW = "lead:review";

    @InWords("Receive requests from the public form.")
    public static final String LEAD_SUBMIT = "lead:submit";

    @InWords("Make backups of the store, and downtime sheets.")
    public static final String BACKUP_MAKE = "backup:make";

    @InWords("See when the last backup was made and verified.")
    public static final String BACKUP_READ = "backup:read";

    @InWords("Put jobs that erase or close records on hold.")
    public static final String JOB_HOLD = "job:hold";

    @InWords("Let jobs that erase or close records run again.")
    public static final String JOB_RELEASE = "job:release";

    @InWords("Erase the people of leads that became no patient, and of spam.")
    public static final String LEAD_ERASE = "lead:erase";

    @InWords("Resolve leads and patients of different clinics that may be one person.")
    public static final String LEAD_DUPLICATE = "lead:duplicate";

    @InWords("Wake leads on their date, and escalate those that missed their response target.")
    public static final String LEAD_WAKE = "lead:wake";

    @InWords("Call leads, record what they said, and change their status.")
    public static final String LEAD_WORK = "lead:work";

    @InWords("Send a patient the message of an action that one may take, such as a link to an online intake.")
    public static final String MAIL_ADD = "mail:add";

    @InWords("Send messages from the outbox.")
    public static final String MAIL_SEND = "mail:send";

    @InWords("Write messages, and retry failed ones.")
    public static final String MAIL_WRITE = "mail:write";

    @InWords("Read scores of outcome measures.")
    public static final String MEASURE_READ = "measure:read";

    @InWords("Record outcome measures.")
    public static final String MEASURE_WRITE = "measure:write";

    @InWords("Update a patient's header when a visit changes or is over.")
    public static final String NEXT_VISIT_KEEP = "next-visit:keep";

    @InWords("Replace the next visit in a patient's header once it is over.")
    public static final String NEXT_VISIT_MOVE = "next-visit:move";

    @InWords("Follow up on unsigned session notes, without their content.")
    public static final String NOTE_FOLLOW = "note:follow";

    @InWords("Read session notes of one's own patients.")
    public static final String NOTE_READ = "note:read";

    @InWords("Write, sign and amend session notes.")
    public static final String NOTE_WRITE = "note:write";

    @InWords("Begin break-glass access to a record outside one's relation, with a reason.")
    public static final String BREAK_GLASS_BEGIN = "break-glass:begin";

    @InWords("Put overdue reviews of break-glass access on record.")
    public static final String BREAK_GLASS_ESCALATE = "break-glass:escalate";

    @InWords("See at which clinics reviews of break-glass access are overdue, without patient or colleague.")
    public static final String BREAK_GLASS_FOLLOW = "break-glass:follow";

    @InWords("Read any patient's record by break-glass access, by patient number and with a reason.")
    public static final String BREAK_GLASS_READ = "break-glass:read";

    @InWords("Review break-glass access: justified or not.")
    public static final String BREAK_GLASS_REVIEW = "break-glass:review";

    @InWords("Keep the disclosure register, and report the disclosures of a patient.")
    public static final String DISCLOSURE = "disclosure:work";

    @InWords(
            "Approve or decline a list of records to dispose of that a colleague proposed, and cancel it before it begins.")
    public static final String DISPOSAL_DECIDE = "disposal:decide";

    @InWords("See which records' retention has ended, and propose to dispose of them.")
    public static final String DISPOSAL_PROPOSE = "disposal:propose";

    @InWords("Search for records whose retention has ended, and dispose of those that two people approved.")
    public static final String DISPOSAL_RUN = "disposal:run";

    @InWords("Record incidents that may be a breach, and whom they affected by the audit trail, and export that list.")
    public static final String INCIDENT = "incident:work";

    @InWords("See until when a record is kept, place a legal hold on it, and lift one that a colleague asked to lift.")
    public static final String LEGAL_HOLD = "legal-hold:work";

    @InWords("Receive what patients enter in online intakes.")
    public static final String ONLINE_INTAKE_ANSWER = "online-intake:answer";

    @InWords("Delete what expired links to online intakes left.")
    public static final String ONLINE_INTAKE_EXPIRE = "online-intake:expire";

    @InWords("Send and withdraw links to online intakes, and read their status, without content.")
    public static final String ONLINE_INTAKE_SEND = "online-intake:send";

    @InWords("Place and withdraw checkout orders for one's own patients.")
    public static final String ORDER_PLACE = "order:place";

    @InWords("Read checkout orders: those of one's clinics, or of one's own patients.")
    public static final String ORDER_READ = "order:read";

    @InWords("Hand over and decline checkout orders at the desk.")
    public static final String ORDER_WORK = "order:work";

    @InWords("Add and end alerts on a patient's record, and say where on the body they apply.")
    public static final String PATIENT_ALERT = "patient:alert";

    @InWords("Record consents, and that they were withdrawn.")
    public static final String PATIENT_CONSENT = "patient:consent";

    @InWords("Export lists of patients, of the schedule and of treatment plans to files.")
    public static final String PATIENT_EXPORT = "patient:export";

    @InWords("Import patients from a file of another product, and take an import back.")
    public static final String PATIENT_IMPORT = "patient:import";

    @InWords("Compare a lead or a patient with the patients of all clinics.")
    public static final String PATIENT_MATCH = "patient:match";

    @InWords("Say that two patient records are of the same person, or that they are not.")
    public static final String PATIENT_MERGE = "patient:merge";

    @InWords("See patients: those of one's clinics without clinical content, or one's own with it.")
    public static final String PATIENT_READ = "patient:read";

    @InWords("Set a patient inactive or deceased, and active again.")
    public static final String PATIENT_STATUS = "patient:status";

    @InWords("Add patients, and change their contact details.")
    public static final String PATIENT_WRITE = "patient:write";

    @InWords("Judge the course of treatment plans again when the step rules or the facts change.")
    public static final String PLAN_JUDGE = "plan:judge";

    @InWords("Update a patient's header when a treatment plan changes.")
    public static final String PLAN_KEEP = "plan:keep";

    @InWords("Hand the plans of a practitioner over to another, with what is booked.")
    public static final String PLAN_HAND_OVER = "plan:hand-over";

    @InWords("Write phrases and note templates for all clinicians of the clinics.")
    public static final String PHRASE_SHARE = "phrase:share";

    @InWords("Read treatment plans; the manager without clinical words.")
    public static final String PLAN_READ = "plan:read";

    @InWords("Write, activate and revise treatment plans.")
    public static final String PLAN_WRITE = "plan:write";

    @InWords("Read the directory of practitioners.")
    public static final String PRACTITIONER_READ = "practitioner:read";

    @InWords("Change practitioners, their hours and their credentials.")
    public static final String PRACTITIONER_WRITE = "practitioner:write";

    @InWords("Export the whole record of a patient whom one treats.")
    public static final String RECORD_EXPORT = "record:export";

    @InWords("See which follow-ups of adverse reactions are due, without clinical content.")
    public static final String REACTION_FOLLOW = "reaction:follow";

    @InWords("Read the adverse reactions of one's own patients.")
    public static final String REACTION_READ = "reaction:read";

    @InWords("Record adverse reactions of one's own patients, and follow them up.")
    public static final String REACTION_WRITE = "reaction:write";

    @InWords("Put patients on the recall board, and take them off.")
    public static final String RECALL_KEEP = "recall:keep";

    @InWords("Call patients who have nothing booked, and record what they said.")
    public static final String RECALL_WORK = "recall:work";

    @InWords("Read referrals of one's own patients.")
    public static final String REFERRAL_READ = "referral:read";

    @InWords("Refer patients, and record what became of it.")
    public static final String REFERRAL_WRITE = "referral:write";

    @InWords("Read reports on leads and notes, without clinical content.")
    public static final String REPORT_READ = "report:read";

    @InWords("Confirm a role that an administrator granted.")
    public static final String ROLE_CONFIRM = "role:confirm";

    @InWords("See the schedule of one's clinics.")
    public static final String SCHEDULE_READ = "schedule:read";

    @InWords("Keep the list of running sessions.")
    public static final String SESSION_KEEP = "session:keep";

    @InWords("See which role holds which permission, and check what an account may do.")
    public static final String PERMISSION_READ = "permission:read";

    private Permission() {}

    /** Returns what each permission allows, by its name. */
    public static Map<String, String> inWords() {
        var words = new TreeMap<String, String>();
        Arrays.stream(Permission.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .forEach(field -> words.put(nameOf(field), wordsOf(field)));
        return words;
    }

    private static String nameOf(Field permission) {
        try {
            return (String) Objects.requireNonNull(permission.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String wordsOf(Field permission) {
        var words = permission.getAnnotation(InWords.class);
        if (words == null) {
            throw new IllegalStateException("What " + permission.getName() + " allows is not said: add @InWords");
        }
        return words.value();
    }
}

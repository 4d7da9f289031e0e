package io.plumbline.shared;

import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All routes of the portal in one place. Modules link to each other by these and do not import views of other modules.
 */
public final class Routes {
    public static final String START = "";
    public static final String LEADS = "leads";
    /** The public form; the only route that needs no sign-in. */
    public static final String BOOK = "book";

    /** The prefix of the endpoints that other websites may call. */
    public static final String PUBLIC_ENDPOINTS = "/api/public";

    public static final String NEW_LEAD = "leads/new";
    /** The pipeline: leads by status. */
    public static final String LEADS_BOARD = "leads/board";
    /** Import of leads from a file. */
    public static final String LEADS_IMPORT = "leads/import";

    /** All leads, open and closed. */
    public static final String LEADS_LIST = "leads/list";

    /** Duplicate candidates across queues. */
    public static final String LEADS_DUPLICATES = "leads/duplicates";

    public static final String PATIENTS = "patients";

    /** Patients of the current user's clinics who are probably the same person. */
    public static final String PATIENT_DUPLICATES = "patients/duplicates";

    public static final String PATIENT_IMPORTS = "patients/import";
    public static final String NEW_PATIENT = "patients/new";
    public static final String INTAKE = "intake";
    public static final String PLANS = "plans";
    public static final String NOTES = "notes";
    public static final String NEW_NOTE = "notes/new";
    public static final String SIGN_NOTES = "notes/sign";
    /** The phrases for session notes. */
    public static final String PHRASES = NOTES + "/phrases";

    public static final String NEW_PHRASE = PHRASES + "/new";
    /** The templates of session notes. */
    public static final String NOTE_TEMPLATES = "note-templates";

    public static final String NEW_NOTE_TEMPLATE = NOTE_TEMPLATES + "/new";
    public static final String PRACTITIONERS = "practitioners";
    public static final String CREDENTIALS_THAT_END = PRACTITIONERS + "?ending";
    public static final String NEW_PRACTITIONER = "practitioners/new";
    public static final String SCHEDULE = "schedule";
    public static final String PLAN_TEMPLATES = "plan-templates";
    /** The clinics' own questions for intake notes. */
    public static final String INTAKE_FORMS = "intake-forms";

    /** The texts that patients agree to. */
    public static final String CONSENT_TEXTS = "consent-texts";

    public static final String EXERCISES = "exercises";
    public static final String NEW_EXERCISE = EXERCISES + "/new";
    public static final String ANSWERS = "answers";
    public static final String ANSWERS_IMPORT = "answers/import";
    public static final String FLAGS = "flags";
    public static final String CLINICS = "clinics";
    public static final String NEW_CLINIC = "clinics/new";
    /** The recall board: patients to call because nothing is booked. */
    public static final String RECALLS = "recalls";
    /** Handing plans over to another practitioner. */
    public static final String HAND_OVER = "plans/hand-over";

    /** The query parameter for the practitioner who takes plans over. */
    public static final String TO = "to";

    /** The query parameter for the only plan to hand over. */
    public static final String PLAN = "plan";

    /** The part of a plan's address under which its revision is written. */
    public static final String REVISE = "revise";

    /** The contacts book. */
    public static final String CONTACTS = "contacts";

    /** The checkout orders. */
    public static final String ORDERS = "orders";

    /** The part of a patient's page with the adverse reactions. */
    public static final String REACTIONS = "reactions";

    public static final String REFERRALS = "referrals";
    public static final String NEW_REFERRAL = REFERRALS + "/new";

    /**
     * The query parameter for the record from which a referral follows, the practitioner who hands plans over, or the
     * phrase or note template that is copied.
     */
    public static final String FROM = "from";

    public static final String REPORTS = "reports";
    public static final String LEADS_REPORT = "reports/leads";
    public static final String UNSIGNED_NOTES = "reports/notes";
    /** The share of carried text in signed notes. */
    public static final String CARRIED_TEXT = UNSIGNED_NOTES + "/carried";

    public static final String AUDIT = "audit";
    /** Unusual accesses to records, found in the audit trail. */
    public static final String ANOMALIES = AUDIT + "/anomalies";

    public static final String BREAK_GLASS = "break-glass";
    /** A patient's record, read by the privacy officer with break-glass access. */
    public static final String BREAK_GLASS_RECORD = BREAK_GLASS + "/record";

    /** The requests of patients for their record. */
    public static final String ACCESS_REQUESTS = "access-requests";

    /** The requests of patients to amend their record. */
    public static final String AMENDMENTS = "amendment-requests";

    /** What went to whom outside the clinics. */
    public static final String DISCLOSURES = "disclosures";

    /** Until when records are kept, and legal holds. */
    public static final String RETENTION = "retention";

    /** Disposal of records. */
    public static final String DISPOSAL = "disposal";

    /** Exports of everything of a clinic; reached from the clinics and the access requests. */
    public static final String CLINIC_EXPORTS = "clinic-exports";

    /** Incidents that may be a breach. */
    public static final String INCIDENTS = "incidents";

    public static final String SENSITIVE_PATIENTS = "sensitive-patients";

    /** The current user's own account. */
    public static final String MY_ACCOUNT = "account";

    public static final String ACCOUNTS = "accounts";
    public static final String NEW_ACCOUNT = "accounts/new";
    /** The table of roles and permissions. */
    public static final String PERMISSIONS = "accounts/permissions";

    /** The target of one-time links; open to everybody who has the token. */
    public static final String INVITATION = "invitation";

    /** The target of the links to online intakes; open to everybody who has the token. */
    public static final String ONLINE_INTAKE = "online-intake";

    /** The route parameter for the id of a record. */
    public static final String ID = "id";

    /** The query parameter for the patient to book. */
    public static final String PATIENT = "patient";

    /** The query parameter for the service to book. */
    public static final String SERVICE = "service";

    /** The query parameter for the practitioner to book. */
    public static final String WITH = "with";

    /** The query parameter for the checkout order to book. */
    public static final String ORDER = "order";

    /** The query parameter for the old note to read. */
    public static final String OLD_NOTE = "old-note";

    /** The part of a patient's page with the consents. */
    public static final String CONSENTS = "consents";

    /** The part of a patient's page with the files. */
    public static final String FILES = "files";

    /** The part of a patient's page with the outcome measures. */
    public static final String MEASURES = "measures";

    /** The last part of the route of a form for a new record. */
    public static final String NEW = "new";

    public static final String EDIT = "edit";

    /** The part of a patient's page with contact details, emergency contact and care team. */
    public static final String PERSON = "person";

    private Routes() {}

    /** Returns the URL of the schedule for booking a patient. */
    public static String booking(PatientId patient) {
        return SCHEDULE + "?" + PATIENT + "=" + patient;
    }

    /**
     * Returns the URL of the schedule for booking a checkout order.
     *
     * @param service the code of the service
     * @param with null if anybody
     */
    public static String bookingOfOrder(
            OrderId order,
            PatientId patient,
            String clinicCode,
            String service,
            @Nullable StaffId with,
            LocalDate day) {
        return schedule(clinicCode, day) + "&" + PATIENT + "=" + patient + "&" + SERVICE + "=" + service
                + (with == null ? "" : "&" + WITH + "=" + with) + "&" + ORDER + "=" + order;
    }

    /** Returns the URL of a checkout order beside the list. */
    public static String order(OrderId order) {
        return ORDERS + "/" + order;
    }

    /** Returns the URL of a clinic's schedule on a day. */
    public static String schedule(String clinicCode, LocalDate day) {
        return SCHEDULE + "?clinic=" + clinicCode + "&day=" + day;
    }

    /** Returns the URL of a lead beside the queue. */
    public static String lead(LeadId lead) {
        return LEADS + "/" + lead;
    }

    /** Returns the URL of a patient on the recall board. */
    public static String recall(PatientId patient) {
        return RECALLS + "/" + patient;
    }

    /** Returns the URL of an account beside the list. */
    public static String account(StaffId account) {
        return ACCOUNTS + "/" + account;
    }

    /** Returns the URL of a one-time link. */
    public static String invitation(String token) {
        return INVITATION + "/" + token;
    }

    /**
     * Returns the URL of the link to an online intake.
     *
     * @param language two letters, the language in which the page appears
     */
    public static String onlineIntake(String token, String language) {
        return ONLINE_INTAKE + "/" + token + "?lang=" + language;
    }

    /** Returns the URL for recording outcome measures of a patient. */
    public static String newScores(PatientId patient) {
        return patient(patient, MEASURES) + "/" + NEW;
    }

    /** Returns the URL of a patient. */
    public static String patientImport(UUID one) {
        return PATIENT_IMPORTS + "/" + one;
    }

    public static String patient(PatientId patient) {
        return PATIENTS + "/" + patient;
    }

    /** Returns the URL of a part of a patient's page. */
    public static String patient(PatientId patient, String part) {
        return patient(patient) + "/" + part;
    }

    /** Returns the URL under which an old note of a patient is read, in front of the patient's notes. */
    public static String oldNote(PatientId patient, OldNoteId note) {
        return patient(patient, NOTES) + "?" + OLD_NOTE + "=" + note;
    }

    /** Returns the URL of the decision on a red flag, or on a lead in clinical review. */
    public static String flag(UUID flag) {
        return FLAGS + "?flag=" + flag;
    }

    /** Returns the URL of an intake note. */
    public static String intake(IntakeId note) {
        return INTAKE + "/" + note;
    }

    /** Returns the URL of the treatment plans without a booked visit. */
    public static String plansNotBooked() {
        return PLANS + "?only=not-booked";
    }

    /** Returns the URL of a treatment plan. */
    public static String plan(PlanId plan) {
        return PLANS + "/" + plan;
    }

    /** Returns where the plans of a practitioner are handed over. */
    public static String handOver(StaffId from) {
        return HAND_OVER + "?" + FROM + "=" + from;
    }

    /** Returns where a revision of a plan is written. */
    public static String revision(PlanId plan) {
        return plan(plan) + "/" + REVISE;
    }

    /** Returns the URL of a plan template, by its id or the key of an example. */
    public static String planTemplate(String template) {
        return PLAN_TEMPLATES + "/" + template;
    }

    /** Returns where the next version of a plan template is written. */
    public static String planTemplateDraft(String template) {
        return planTemplate(template) + "/" + EDIT;
    }

    /** Returns the URL of a consent text, by its kind and language, such as treatment-english. */
    public static String consentText(String key) {
        return CONSENT_TEXTS + "/" + key;
    }

    /** Returns where the next version of a consent text is written. */
    public static String consentTextDraft(String key) {
        return consentText(key) + "/" + EDIT;
    }

    /** Returns the URL of a form with the clinics' own questions. */
    public static String intakeForm(UUID form) {
        return INTAKE_FORMS + "/" + form;
    }

    /** Returns where the next version of a form is written. */
    public static String intakeFormDraft(UUID form) {
        return intakeForm(form) + "/" + EDIT;
    }

    /** Returns the URL of a session note. */
    public static String note(NoteId note) {
        return NOTES + "/" + note;
    }

    /** Returns the URL of a note template. */
    public static String noteTemplate(NoteTemplateId template) {
        return NOTE_TEMPLATES + "/" + template;
    }

    /** Returns the URL of a phrase. */
    public static String phrase(PhraseId phrase) {
        return PHRASES + "/" + phrase;
    }

    /** Returns the URL for editing a clinic. */
    public static String clinic(ClinicId clinic) {
        return CLINICS + "/" + clinic;
    }

    /** Returns the URL of a practitioner. */
    public static String practitioner(StaffId practitioner) {
        return PRACTITIONERS + "/" + practitioner;
    }

    /** Returns the URL of a contact beside the contacts book. */
    public static String contact(ContactId contact) {
        return CONTACTS + "/" + contact;
    }

    /** Returns the URL of a referral beside the list. */
    public static String referral(ReferralId referral) {
        return REFERRALS + "/" + referral;
    }

    /** Returns the URL for referring a patient. */
    public static String newReferral(PatientId patient) {
        return NEW_REFERRAL + "?" + PATIENT + "=" + patient;
    }

    /** Returns the URL for referring a patient because of a red flag. */
    public static String newReferral(PatientId patient, FlagId flag) {
        return newReferral(patient) + "&" + FROM + "=flag:" + flag;
    }

    /** Returns the URL for referring a patient after an intake note. */
    public static String newReferral(PatientId patient, IntakeId note) {
        return newReferral(patient) + "&" + FROM + "=intake:" + note;
    }

    /** Returns the URL for referring a patient after a decision on a treatment plan. */
    public static String newReferral(PatientId patient, PlanId plan) {
        return newReferral(patient) + "&" + FROM + "=plan:" + plan;
    }

    /** Returns the URL of an exercise in the library. */
    public static String exercise(ExerciseId exercise) {
        return EXERCISES + "/" + exercise;
    }

    /** Returns the URL of an answer beside the list. */
    public static String answer(AnswerId answer) {
        return ANSWERS + "/" + answer;
    }
}

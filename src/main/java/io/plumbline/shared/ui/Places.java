package io.plumbline.shared.ui;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.util.UUID;

/** Every address of the portal, said once. Rooms link to each other by these and import no other room's views. */
public final class Places {
    public static final String START = "";
    public static final String LEADS = "leads";
    /** The public form; the one address that needs no sign-in. */
    public static final String BOOK = "book";

    /** Below it answers what other web sites may call. */
    public static final String PUBLIC_ENDPOINTS = "/api/public";

    public static final String NEW_LEAD = "leads/new";
    /** The leads by where they stand. */
    public static final String LEADS_BOARD = "leads/board";
    /** Leads from a file. */
    public static final String LEADS_IMPORT = "leads/import";

    /** All leads, also those that are closed. */
    public static final String LEADS_LIST = "leads/list";

    /** Leads of different queues that may be one person's. */
    public static final String LEADS_TWINS = "leads/duplicates";

    public static final String PATIENTS = "patients";
    public static final String NEW_PATIENT = "patients/new";
    public static final String INTAKE = "intake";
    public static final String PLANS = "plans";
    public static final String NOTES = "notes";
    public static final String PRACTITIONERS = "practitioners";
    public static final String CREDENTIALS_THAT_END = PRACTITIONERS + "?ending";
    public static final String NEW_PRACTITIONER = "practitioners/new";
    public static final String SCHEDULE = "schedule";
    public static final String EXERCISES = "exercises";
    public static final String NEW_EXERCISE = EXERCISES + "/new";
    public static final String ANSWERS = "answers";
    public static final String ANSWERS_IMPORT = "answers/import";
    public static final String FLAGS = "flags";
    public static final String CLINICS = "clinics";
    public static final String NEW_CLINIC = "clinics/new";
    public static final String REPORTS = "reports";
    public static final String LEADS_REPORT = "reports/leads";
    public static final String UNSIGNED_NOTES = "reports/notes";
    public static final String AUDIT = "audit";
    public static final String OPENINGS = "openings";
    public static final String ACCOUNTS = "accounts";
    public static final String NEW_ACCOUNT = "accounts/new";
    /** Where a one-time link leads; open to anybody who has its token. */
    public static final String INVITATION = "invitation";

    /** The name of the parameter that carries a record's id. */
    public static final String ID = "id";

    /** The name of the parameter that says whom to book. */
    public static final String PATIENT = "patient";

    private Places() {}

    /** The schedule, about to book a patient. */
    public static String booking(PatientId patient) {
        return SCHEDULE + "?" + PATIENT + "=" + patient;
    }

    /** A day of the schedule of a clinic. */
    public static String schedule(String clinicCode, LocalDate day) {
        return SCHEDULE + "?clinic=" + clinicCode + "&day=" + day;
    }

    /** One lead, beside the queue. */
    public static String lead(UUID lead) {
        return LEADS + "/" + lead;
    }

    /** One account, beside the list. */
    public static String account(StaffId account) {
        return ACCOUNTS + "/" + account;
    }

    /** The page of a one-time link. */
    public static String invitation(String token) {
        return INVITATION + "/" + token;
    }

    /** The page of one patient. */
    public static String patient(PatientId patient) {
        return PATIENTS + "/" + patient;
    }

    /** The decision about one red flag. */
    public static String flag(UUID flag) {
        return FLAGS + "?flag=" + flag;
    }

    /** One intake note. */
    public static String intake(UUID note) {
        return INTAKE + "/" + note;
    }

    /** The treatment plans that have no visit booked. */
    public static String plansNotBooked() {
        return PLANS + "?only=not-booked";
    }

    /** One treatment plan. */
    public static String plan(UUID plan) {
        return PLANS + "/" + plan;
    }

    /** One session note. */
    public static String note(UUID note) {
        return NOTES + "/" + note;
    }

    /** One clinic, to be changed. */
    public static String clinic(ClinicId clinic) {
        return CLINICS + "/" + clinic;
    }

    /** The page of one practitioner. */
    public static String practitioner(StaffId practitioner) {
        return PRACTITIONERS + "/" + practitioner;
    }

    /** One exercise of the library. */
    public static String exercise(UUID exercise) {
        return EXERCISES + "/" + exercise;
    }

    /** One answer, beside the list. */
    public static String answer(UUID answer) {
        return ANSWERS + "/" + answer;
    }
}

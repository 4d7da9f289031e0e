package io.plumbline.shared.ui;

import io.plumbline.shared.PatientId;
import java.util.UUID;

/** Every address of the portal, said once. Rooms link to each other by these and import no other room's views. */
public final class Places {
    public static final String START = "";
    public static final String LEADS = "leads";
    /** The public form; the one address that needs no sign-in. */
    public static final String BOOK = "book";

    public static final String NEW_LEAD = "leads/new";
    public static final String PATIENTS = "patients";
    public static final String INTAKE = "intake";
    public static final String PLANS = "plans";
    public static final String NOTES = "notes";
    public static final String PRACTITIONERS = "practitioners";
    public static final String SCHEDULE = "schedule";
    public static final String EXERCISES = "exercises";
    public static final String ANSWERS = "answers";
    public static final String ANSWERS_IMPORT = "answers/import";
    public static final String FLAGS = "flags";
    public static final String CLINICS = "clinics";
    public static final String REPORTS = "reports";
    public static final String LEADS_REPORT = "reports/leads";
    public static final String AUDIT = "audit";
    public static final String ACCOUNTS = "accounts";

    /** The name of the parameter that carries a record's id. */
    public static final String ID = "id";

    private Places() {}

    /** One lead, beside the queue. */
    public static String lead(UUID lead) {
        return LEADS + "/" + lead;
    }

    /** The page of one patient. */
    public static String patient(PatientId patient) {
        return PATIENTS + "/" + patient;
    }

    /** One intake note. */
    public static String intake(UUID note) {
        return INTAKE + "/" + note;
    }

    /** One treatment plan. */
    public static String plan(UUID plan) {
        return PLANS + "/" + plan;
    }

    /** One session note. */
    public static String note(UUID note) {
        return NOTES + "/" + note;
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

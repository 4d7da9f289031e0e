package io.plumbline.records.clinicexports;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which tables an export of a clinic has, with which of their rows, and why the others are left out. A record is one
 * record: of a patient of the clinic all of it is exported, also what another clinic of the group wrote.
 */
final class ExportedTables {
    private static final String CLINIC = "clinic_id = :clinic";
    private static final String ALL = "1 = 1";
    private static final String PATIENTS = "(select patient_id from clinic_export_patient where export_id = :export)";
    private static final String OF_PATIENT = "patient_id in " + PATIENTS;

    /** The files on the records of the patients. */
    static final String FILES = "select id, stored_as, format, sha256 from patient_attachment where " + OF_PATIENT;

    private static final String NOTES = "(select id from session_note where " + OF_PATIENT + ")";
    private static final String INTAKES = "(select id from intake_note where " + OF_PATIENT + ")";
    private static final String PLANS = "(select id from treatment_plan where " + OF_PATIENT + ")";

    /** Also of leads that name no clinic: in a group its managers share them. */
    private static final String LEAD = "(queue_id = :clinic or queue_id not in (select id from clinic))";

    private static final String LEADS = "(select id from consultation_lead where " + LEAD + ")";
    private static final String OF_NOTE = "note_id in " + NOTES;
    private static final String OF_INTAKE = "note_id in " + INTAKES;
    private static final String OF_PLAN = "plan_id in " + PLANS;
    private static final String OF_LEAD = "lead_id in " + LEADS;

    private static final String WORKING_HERE =
            "(select practitioner_id from practitioner_hours where clinic_id = :clinic)";
    private static final String OWN_OR_SHARED =
            "(owner_id is null or owner_id in (select staff_id from staff_account_clinic where clinic_id = :clinic))";

    private static final List<ExportedTable> CLINICS = List.of(
            of("clinic", "id = :clinic"),
            of("clinic_hours", CLINIC),
            of("clinic_closed_day", CLINIC),
            of("clinic_day_part", CLINIC),
            of("clinic_room", CLINIC),
            of("clinic_service", CLINIC),
            // whoever wrote something is named in its rows by this id
            of("staff_account", ALL)
                    .without(
                            "username",
                            "password_hash",
                            "password_set_at",
                            "pending_roles",
                            "pending_since",
                            "pending_by",
                            "display_hours",
                            "display_order",
                            "display_week_start"),
            of("staff_account_clinic", CLINIC),
            of("practitioner", ALL).without("sort_key"),
            of("practitioner_hours", CLINIC),
            of("practitioner_absence", "practitioner_id in " + WORKING_HERE),
            of("credential", "practitioner_id in " + WORKING_HERE),
            of("supervision", "practitioner_id in " + WORKING_HERE));

    private static final List<ExportedTable> PEOPLE = List.of(
            of("patient", "id in " + PATIENTS).without("sort_key", "operation_id"),
            of("patient_clinic", OF_PATIENT).without("sort_key"),
            of("patient_alias", "patient_id in " + PATIENTS + " or kept_id in " + PATIENTS),
            of("patient_alert", OF_PATIENT),
            of("patient_attachment", OF_PATIENT).without("stored_as", "current_key"),
            of("patient_consent", OF_PATIENT).without("current_key"),
            of("patient_related", OF_PATIENT),
            of("patient_referring_contact", OF_PATIENT),
            of("patient_relation", OF_PATIENT),
            of("patient_status_change", OF_PATIENT),
            of("care_team_role", OF_PATIENT),
            of("sensitive_patient", OF_PATIENT),
            of("sensitive_patient_reader", OF_PATIENT),
            of("external_patient", OF_PATIENT),
            of("imported_record", CLINIC),
            of("recall", OF_PATIENT),
            of("recall_step", OF_PATIENT),
            of("checkout_order", OF_PATIENT),
            of("checkout_order_step", "order_id in (select id from checkout_order where " + OF_PATIENT + ")"),
            of("consultation_lead", LEAD).without("operation_id", "undo_id"),
            of("lead_alias", OF_LEAD),
            of("lead_before", OF_LEAD),
            of("lead_call_note", OF_LEAD),
            of("lead_review_decision", OF_LEAD),
            of("lead_safety_answer", OF_LEAD),
            of("lead_step", OF_LEAD),
            of("call_attempt", OF_LEAD),
            of("submission", OF_LEAD).without("body_hash"),
            of("appointment", "clinic_id = :clinic or (subject_kind = 'PATIENT' and subject_id in " + PATIENTS + ")"),
            of(
                    "appointment_change",
                    "appointment_id in (select id from appointment where clinic_id = :clinic or (subject_kind = 'PATIENT'"
                            + " and subject_id in " + PATIENTS + "))"),
            of("outbox_mail", CLINIC));

    private static final List<ExportedTable> CARE = List.of(
            of("intake_note", OF_PATIENT),
            of("intake_note_answer", OF_INTAKE),
            of("intake_note_area", OF_INTAKE),
            of("intake_note_check", OF_INTAKE),
            of("intake_note_conclusion", OF_PATIENT),
            of("intake_note_discarded", OF_PATIENT),
            of("intake_note_factor", OF_INTAKE),
            of("intake_note_limitation", OF_INTAKE),
            of("online_intake", OF_PATIENT + " or " + OF_LEAD).without("token_hash", "wrong_answers"),
            of("online_intake_draft", "intake_id in (select id from online_intake where " + OF_PATIENT + ")"),
            of("online_intake_submission", OF_PATIENT),
            of("treatment_plan", OF_PATIENT).without("active_key"),
            of("plan_decision", OF_PLAN),
            of("plan_diagnosis", OF_PLAN),
            of("plan_goal", OF_PLAN),
            of("plan_hand_over", OF_PLAN),
            of("plan_move", OF_PLAN),
            of("plan_revision", OF_PLAN),
            of("plan_revision_draft", OF_PLAN),
            of("plan_service", OF_PLAN),
            of("plan_signature", "revision_id in (select id from plan_revision where " + OF_PLAN + ")"),
            of("planned_visit", OF_PLAN),
            of("session_note", OF_PATIENT).without("planned_visit_or_self", "appointment_or_self"),
            of("session_note_addendum_draft", OF_NOTE),
            of("session_note_amendment", OF_PATIENT),
            of("session_note_area", OF_NOTE),
            of("session_note_check", OF_NOTE),
            of("session_note_cosignature", OF_PATIENT),
            of("session_note_discarded", OF_PATIENT),
            of("session_note_modality", OF_NOTE),
            of("session_note_privacy", OF_NOTE),
            of("session_note_reader", OF_NOTE),
            of("held_treatment", OF_PATIENT),
            of("old_note", OF_PATIENT),
            of("outcome_score", OF_PATIENT).without("day_key"),
            of("outcome_score_answer", "score_id in (select id from outcome_score where " + OF_PATIENT + ")"),
            of("adverse_reaction", OF_PATIENT).without("operation_id"),
            of("adverse_reaction_entry", "reaction_id in (select id from adverse_reaction where " + OF_PATIENT + ")"),
            of("red_flag", flags()),
            of("red_flag_step", "flag_id in (select id from red_flag where " + flags() + ")"),
            of("referral", OF_PATIENT).without("operation_id"),
            of("referral_step", "referral_id in (select id from referral where " + OF_PATIENT + ")"),
            of("referral_contact", ALL).without("operation_id", "search_words"));

    private static final List<ExportedTable> PRIVACY = List.of(
            of("access_request", OF_PATIENT),
            of("amendment_request", OF_PATIENT),
            of("amendment_link", "request_id in (select id from amendment_request where " + OF_PATIENT + ")"),
            of("disclosure", OF_PATIENT),
            of("legal_hold", OF_PATIENT),
            of("break_glass_access", OF_PATIENT),
            of("incident_patient", OF_PATIENT),
            of("incident", "id in (select incident_id from incident_patient where " + OF_PATIENT + ")"));

    private static final List<ExportedTable> TEXTS = List.of(
            of("consent_text", ALL),
            of("consent_text_version", ALL),
            of("intake_form", ALL),
            of("intake_form_version", ALL),
            of("plan_template", ALL),
            of("plan_template_version", ALL),
            of("note_template", OWN_OR_SHARED).without("operation_id"),
            of("phrase", OWN_OR_SHARED).without("operation_id"),
            of("exercise", ALL),
            of("exercise_area", ALL),
            of("exercise_version", ALL),
            of("question", ALL).without("wording_key"),
            of("answer", ALL).without("content_key"),
            of("answer_flag", ALL),
            of("answer_mention", ALL));

    private static final String COMPUTED = "Computed from other rows, so that lists and searches are fast";
    private static final String OF_PORTAL = "About the work of this portal, not about the clinic";
    private static final String OF_SIGN_IN = "A secret, or about signing in";
    private static final String OF_DISPOSAL = "About records that are gone; the privacy officer keeps the log";

    private static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.ofEntries(
            entry("audit_event", "The trail is one chain for all clinics; the auditor exports it as FHIR AuditEvent"),
            entry("audit_anomaly", "Found in the audit trail, which the auditor exports"),
            entry("audit_anomaly_search", OF_PORTAL),
            entry("audit_head", OF_PORTAL),
            entry("account_link", OF_SIGN_IN),
            entry("active_administrators", OF_SIGN_IN),
            entry("form_secret", OF_SIGN_IN),
            entry("passkey", OF_SIGN_IN),
            entry("recovery_code", OF_SIGN_IN),
            entry("second_factor", OF_SIGN_IN),
            entry("second_factor_need", OF_SIGN_IN),
            entry("signing_pin", OF_SIGN_IN),
            entry("staff_identity", OF_SIGN_IN),
            entry("staff_session", OF_SIGN_IN),
            entry("submission_key", "A key against double submissions"),
            entry("contact_stop", "Hashes that no other program can read; a withdrawn consent says the same"),
            entry("answer_word", COMPUTED),
            entry("booked_slot", COMPUTED),
            entry("break_glass_clinic", COMPUTED),
            entry("duplicate_candidate", COMPUTED),
            entry("duplicate_candidate_queue", COMPUTED),
            entry("exercise_word", COMPUTED),
            entry("intake_to_conclude", COMPUTED),
            entry("lead_duplicate_search", COMPUTED),
            entry("lead_token", COMPUTED),
            entry("note_carried_share", COMPUTED),
            entry("note_carried_share_backfill", COMPUTED),
            entry("note_word", COMPUTED),
            entry("note_word_backfill", COMPUTED),
            entry("patient_alias_clinic", COMPUTED),
            entry("patient_alias_turn", OF_PORTAL),
            entry("patient_duplicate", COMPUTED),
            entry("patient_duplicate_clinic", COMPUTED),
            entry("patient_duplicate_search", COMPUTED),
            entry("patient_file_undone", "What was undone in the file stands in its own rows"),
            entry("patient_read_as", COMPUTED),
            entry("patient_record_search", COMPUTED),
            entry("patient_summary", COMPUTED),
            entry("patient_token", COMPUTED),
            entry("recalculation_queue", COMPUTED),
            entry("recall_check", COMPUTED),
            entry("clinic_export", OF_PORTAL),
            entry("clinic_export_patient", OF_PORTAL),
            entry("job_hold", OF_PORTAL),
            entry("job_lease", OF_PORTAL),
            entry("job_removal", OF_PORTAL),
            entry("patient_import", "About a file that was imported; the patients themselves are in"),
            entry("patient_import_row", "About a file that was imported; the patients themselves are in"),
            entry("portal_outage", OF_PORTAL),
            entry("refused_consent", OF_PORTAL),
            entry("saved_filter", OF_PORTAL),
            entry("store", OF_PORTAL),
            entry("flyway_schema_history", OF_PORTAL),
            entry("disposal_candidate", COMPUTED),
            entry("disposal_entry", OF_DISPOSAL),
            entry("disposal_list", OF_DISPOSAL),
            entry("disposal_rule", OF_PORTAL),
            entry("disposal_search", OF_PORTAL)));

    private ExportedTables() {}

    /** Returns the tables of an export, in their order. */
    static List<ExportedTable> all() {
        return Stream.of(CLINICS, PEOPLE, CARE, PRIVACY, TEXTS)
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the other tables, each with the reason why it is left out. */
    static Map<String, String> leftOut() {
        return Map.copyOf(LEFT_OUT);
    }

    private static ExportedTable of(String name, String where) {
        return new ExportedTable(name, where, Set.of());
    }

    private static String flags() {
        return "(subject_kind = 'PATIENT' and subject_id in " + PATIENTS
                + ") or (subject_kind = 'LEAD' and subject_id in " + LEADS + ")";
    }
}

package io.plumbline.records.clinicexports;

import io.plumbline.shared.Shipped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Which tables an export of a clinic has, with which of their rows, and why the others are left out. A record is one
 * record: of a patient of the clinic all of it is exported, also what another clinic of the group wrote.
 */
final class ExportedTables {
    private static final String CLINIC = "clinic_id = :clinic";
    private static final String ALL = "1 = 1";

    /** The files on the records of the patients. */
    static final String FILES = "select id, stored_as, format, sha256 from patient_attachment where "
            + patient("patient_attachment.patient_id");

    private static final List<ExportedTable> CLINICS = List.of(
            // also the others of the group, which rows of whole records name
            of("clinic", ALL),
            of("clinic_hours", CLINIC),
            of("clinic_closed_day", CLINIC),
            of("clinic_day_part", CLINIC),
            of("clinic_room", ALL),
            of("clinic_service", ALL),
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
            of(
                    "practitioner_absence",
                    "exists (select 1 from practitioner_hours h where h.clinic_id = :clinic"
                            + " and h.practitioner_id = practitioner_absence.practitioner_id)"),
            of("credential", ALL),
            of("supervision", ALL));

    private static final List<ExportedTable> PEOPLE = List.of(
            of("patient", patient("patient.id")).without("sort_key", "operation_id"),
            ofPatient("patient_clinic").without("sort_key"),
            of("patient_alias", patient("patient_alias.patient_id") + " or " + patient("patient_alias.kept_id")),
            ofPatient("patient_alert"),
            ofPatient("patient_attachment").without("stored_as", "current_key"),
            ofPatient("patient_consent").without("current_key"),
            ofPatient("patient_related"),
            ofPatient("patient_referring_contact"),
            ofPatient("patient_relation"),
            ofPatient("patient_status_change"),
            ofPatient("care_team_role"),
            ofPatient("sensitive_patient"),
            ofPatient("sensitive_patient_reader"),
            ofPatient("external_patient").without("import_id"),
            of("imported_record", CLINIC).without("import_id"),
            ofPatient("recall"),
            ofPatient("recall_step"),
            ofPatient("checkout_order"),
            partOf("checkout_order_step", "order_id", "checkout_order"),
            of("consultation_lead", lead("consultation_lead")).without("operation_id", "undo_id"),
            ofLead("lead_alias"),
            ofLead("lead_before"),
            ofLead("lead_call_note"),
            ofLead("lead_review_decision"),
            ofLead("lead_safety_answer"),
            ofLead("lead_step"),
            ofLead("call_attempt"),
            ofLead("submission").without("body_hash"),
            of("appointment", appointment("appointment")),
            of(
                    "appointment_change",
                    "exists (select 1 from appointment p where p.id = appointment_change.appointment_id and "
                            + appointment("p") + ")"),
            // a link that still works is a secret
            of("outbox_mail", "clinic_id = :clinic and template <> 'one-time link'"));

    private static final List<ExportedTable> CARE = List.of(
            ofPatient("intake_note"),
            partOf("intake_note_answer", "note_id", "intake_note"),
            partOf("intake_note_area", "note_id", "intake_note"),
            partOf("intake_note_check", "note_id", "intake_note"),
            ofPatient("intake_note_conclusion"),
            ofPatient("intake_note_discarded"),
            partOf("intake_note_factor", "note_id", "intake_note"),
            partOf("intake_note_limitation", "note_id", "intake_note"),
            of(
                            "online_intake",
                            patient("online_intake.patient_id") + " or "
                                    + ofLead("online_intake").where())
                    .without("token_hash", "wrong_answers", "code_hash", "code_until", "codes_sent"),
            partOf("online_intake_draft", "intake_id", "online_intake").without("pass_key"),
            ofPatient("online_intake_submission"),
            ofPatient("treatment_plan").without("active_key"),
            partOf("plan_decision", "plan_id", "treatment_plan"),
            partOf("plan_diagnosis", "plan_id", "treatment_plan"),
            partOf("plan_goal", "plan_id", "treatment_plan"),
            partOf("plan_hand_over", "plan_id", "treatment_plan"),
            partOf("plan_move", "plan_id", "treatment_plan"),
            partOf("plan_revision", "plan_id", "treatment_plan"),
            partOf("plan_revision_draft", "plan_id", "treatment_plan"),
            partOf("plan_service", "plan_id", "treatment_plan"),
            of(
                    "plan_signature",
                    "exists (select 1 from plan_revision r join treatment_plan p on p.id = r.plan_id"
                            + " where r.id = plan_signature.revision_id and " + patient("p.patient_id") + ")"),
            partOf("planned_visit", "plan_id", "treatment_plan"),
            ofPatient("session_note").without("planned_visit_or_self", "appointment_or_self"),
            partOf("session_note_addendum_draft", "note_id", "session_note"),
            ofPatient("session_note_amendment"),
            partOf("session_note_area", "note_id", "session_note"),
            partOf("session_note_check", "note_id", "session_note"),
            ofPatient("session_note_cosignature"),
            ofPatient("session_note_discarded"),
            partOf("session_note_modality", "note_id", "session_note"),
            partOf("session_note_privacy", "note_id", "session_note"),
            partOf("session_note_reader", "note_id", "session_note"),
            ofPatient("held_treatment"),
            ofPatient("old_note"),
            ofPatient("outcome_score").without("day_key"),
            partOf("outcome_score_answer", "score_id", "outcome_score"),
            ofPatient("adverse_reaction").without("operation_id"),
            partOf("adverse_reaction_entry", "reaction_id", "adverse_reaction"),
            of("red_flag", flag("red_flag")),
            of(
                    "red_flag_step",
                    "exists (select 1 from red_flag p where p.id = red_flag_step.flag_id and " + flag("p") + ")"),
            ofPatient("referral").without("operation_id"),
            partOf("referral_step", "referral_id", "referral"),
            of("referral_contact", ALL).without("operation_id", "search_words"));

    private static final List<ExportedTable> PRIVACY = List.of(
            ofPatient("access_request"),
            ofPatient("amendment_request"),
            partOf("amendment_link", "request_id", "amendment_request"),
            ofPatient("disclosure"),
            ofPatient("legal_hold"),
            ofPatient("break_glass_access"),
            ofPatient("incident_patient"),
            of(
                    "incident",
                    "exists (select 1 from incident_patient p where p.incident_id = incident.id and "
                            + patient("p.patient_id") + ")"));

    private static final List<ExportedTable> TEXTS = List.of(
            of("consent_text", ALL),
            of("consent_text_version", ALL),
            of("intake_form", ALL),
            of("intake_form_version", ALL),
            of("plan_template", ALL),
            of("plan_template_version", ALL),
            ownOrShared("note_template").without("operation_id"),
            ownOrShared("phrase").without("operation_id"),
            of("exercise", ALL),
            of("exercise_area", ALL),
            of("exercise_version", ALL),
            of("question", ALL).without("wording_key"),
            of("answer", ALL).without("content_key"),
            of("answer_flag", ALL),
            of("answer_mention", ALL));

    /** The tables that are not exported, each with the reason. */
    record LeftOut(SortedMap<String, String> tables) {}

    private static final LeftOut LEFT_OUT = Shipped.read("records/not-exported.json", LeftOut.class);

    private ExportedTables() {}

    /** Returns the tables of an export, in their order. */
    static List<ExportedTable> all() {
        return Stream.of(CLINICS, PEOPLE, CARE, PRIVACY, TEXTS)
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the other tables by name, each with the reason why it is left out. */
    static SortedMap<String, String> leftOut() {
        return Collections.unmodifiableSortedMap(LEFT_OUT.tables());
    }

    private static ExportedTable of(String name, String where) {
        return new ExportedTable(name, where, Set.of());
    }

    /** Rows of a patient. Each is looked up by key: H2 would ask for a list of all patients again at each row. */
    private static ExportedTable ofPatient(String name) {
        return of(name, patient(name + ".patient_id"));
    }

    /** Rows that are part of a record of a patient. */
    private static ExportedTable partOf(String name, String column, String record) {
        return of(
                name,
                "exists (select 1 from %s p where p.id = %s.%s and %s)"
                        .formatted(record, name, column, patient("p.patient_id")));
    }

    private static ExportedTable ofLead(String name) {
        return of(
                name,
                "exists (select 1 from consultation_lead l where l.id = %s.lead_id and %s)".formatted(name, lead("l")));
    }

    private static ExportedTable ownOrShared(String name) {
        return of(
                name,
                "owner_id is null or exists (select 1 from staff_account_clinic s where s.clinic_id = :clinic and"
                        + " s.staff_id = %s.owner_id)".formatted(name));
    }

    private static String patient(String column) {
        return "exists (select 1 from clinic_export_patient m where m.export_id = :export and m.patient_id = %s)"
                .formatted(column);
    }

    /** Also leads that became one of the patients, and those that name no clinic: in a group its managers share them. */
    private static String lead(String of) {
        return "(%1$s.queue_id = :clinic or not exists (select 1 from clinic c where c.id = %1$s.queue_id) or %2$s)"
                .formatted(of, patient(of + ".converted_patient_id"));
    }

    private static String appointment(String of) {
        return "(%1$s.clinic_id = :clinic or (%1$s.subject_kind = 'PATIENT' and %2$s))"
                .formatted(of, patient(of + ".subject_id"));
    }

    private static String flag(String of) {
        return ("((%1$s.subject_kind = 'PATIENT' and %2$s) or (%1$s.subject_kind = 'LEAD' and exists (select 1 from"
                        + " consultation_lead l where l.id = %1$s.subject_id and %3$s)))")
                .formatted(of, patient(of + ".subject_id"), lead("l"));
    }
}

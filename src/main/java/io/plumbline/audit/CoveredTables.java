package io.plumbline.audit;

import static io.plumbline.audit.CoveredTable.of;
import static io.plumbline.audit.CoveredTable.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All tables whose records have a hash in the audit trail, and those whose records are signed. {@code docs/security.md}
 * lists the others, with the reason of each.
 */
final class CoveredTables {
    /** Frozen: see {@link CoveredTable}. */
    static final List<CoveredTable> ALL = List.of(
            of("red_flag", "id", "version", """
                    subject_kind subject_id clinic_id rule_id rules_version flag flag_level status raised_at raised_by
                    decided_at decided_by decision_reason monitored_until version found_in acknowledged_at
                    acknowledged_by examined_by examination examined_on outcome_due_at before_status before_decided_at
                    before_decided_by before_reason before_monitored_until before_outcome_due_at finding finding_on
                    examined_place examiner_staff examiner_contact examiner_role document_asked_on document_id
                    proposed_at proposed_by proposed_reason""", null),
            of("red_flag_step", "id", null, """
                    flag_id taken_at taken_by status reason monitored_until kind examined_by examination examined_on
                    finding finding_on examined_place examiner_staff examiner_contact examiner_role document_asked_on
                    document_id""", null),
            of("patient_alert", "id", "version", """
                    patient_id kind words audience starts_on ends_on added_at added_by ended_by operation_id version
                    ended_at before_ends_on undone_at regions""", null),
            of("patient_consent", "id", "version", """
                    patient_id kind wording given_on taken_by withdrawn_on withdrawal_taken_by current_key version
                    recorded_at recorded_by withdrawal_taken_at undone_at text_id given_by given_name given_way
                    replaced_on replaced_by given_from online_intake_id""", null),
            of("plan_revision", "id", null, """
                    plan_id number content reason made_at made_by agreement agreed_by visits_added visits_removed
                    agreed_on""", part("plan_signature", "revision_id", "strokes")),
            of("plan_decision", "id", null, """
                    plan_id decided_at decided_by phase to_phase proposed decided reevaluation course reason facts
                    agreement visits_added visits_removed rules_version is_referral_taken_back""", null),
            of("outcome_score", "id", "version", """
                    version patient_id measure measures_version measured_on score band document status recorded_at
                    recorded_by corrects_id reason ended_by ended_at day_key note_id""", part("outcome_score_answer", "score_id", "position item answer")),
            of("adverse_reaction", "id", "version", """
                    version operation_id patient_id clinic_id note_id appointment_id began_on began_at description
                    suspected area severity outcome follow_up_on follow_up_at follow_up_by follow_up_agreed recorded_at
                    recorded_by changed_at error_reason""", null),
            of("adverse_reaction_entry", "id", null, """
                    reaction_id kind taken_at taken_by outcome words follow_up_on follow_up_by follow_up_agreed""", null),
            of("referral", "id", "version", """
                    version operation_id patient_id clinic_id source_kind source_id contact_id addressee reason priority
                    asked_on asked_at asked_by due_on overdue_at status status_at answer document_on answered_at
                    answered_by close_reason""", null),
            of("referral_step", "id", null, """
                    referral_id kind taken_at taken_by words why due_on document_on close_reason""", null),
            of("patient_attachment", "id", "version", """
                    version patient_id clinic_id kind title source dated_on format bytes sha256 stored_as added_at
                    added_by error_at error_by error_reason current_key""", null),
            of(
                    "staff_account",
                    "id",
                    "version",
                    """
                    username display_name password_hash status roles version pending_roles pending_since pending_by
                    password_set_at changed_by created_at created_by""",
                    part("staff_account_clinic", "staff_id", "clinic_id without_roles waiting_roles")),
            of(
                    "sensitive_patient",
                    "patient_id",
                    null,
                    "reason marked_at marked_by",
                    part("sensitive_patient_reader", "patient_id", "staff_id named_at named_by")));

    /** The tables with signed records, which a disposal deletes, with their keys; their rows have their own hash. */
    static final Map<String, String> SIGNED = Map.of(
            "session_note", "id",
            "session_note_amendment", "id",
            "session_note_cosignature", "id",
            "intake_note", "id",
            "intake_note_conclusion", "note_id",
            "online_intake_submission", "intake_id");

    private static final Map<String, CoveredTable> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CoveredTable::table, Function.identity()));

    private CoveredTables() {}

    /** Returns a table by its name; empty if its records have no hash. */
    static Optional<CoveredTable> find(String table) {
        return Optional.ofNullable(BY_NAME.get(table));
    }
}

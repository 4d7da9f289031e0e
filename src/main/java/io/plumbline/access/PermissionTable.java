package io.plumbline.access;

import static io.plumbline.shared.Permission.*;
import static io.plumbline.shared.Role.*;
import static java.util.Map.entry;

import io.plumbline.shared.Role;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The single table of permissions and the roles that hold them. A permission that is not listed is denied to all. */
public final class PermissionTable {
    private static final Map<String, Set<Role>> HOLDERS = Map.ofEntries(
            entry(ACCESS_REQUEST, Set.of(AUDITOR)),
            entry(ACCOUNT_READ, Set.of(ADMIN)),
            entry(ACCOUNT_CREATE, Set.of(SYSTEM)),
            entry(ACCOUNT_LINK, Set.of(SYSTEM)),
            entry(ACCOUNT_WRITE, Set.of(ADMIN)),
            entry(ANOMALY_DECIDE, Set.of(AUDITOR)),
            entry(ANSWER_IMPORT, Set.of(MANAGER, CHIROPRACTOR, SYSTEM)),
            entry(APPOINTMENT_BOOK, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR)),
            entry(APPOINTMENT_BOOK_NEXT, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(APPOINTMENT_MARK, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(ATTACHMENT_ADD, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(ATTACHMENT_READ, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(AUDIT_EXPORT, Set.of(AUDITOR)),
            entry(AUDIT_READ, Set.of(AUDITOR)),
            entry(BACKUP_MAKE, Set.of(SYSTEM)),
            entry(BACKUP_READ, Set.of(ADMIN)),
            entry(CARE_TEAM, Set.of(MANAGER, CHIROPRACTOR)),
            entry(CARE_TEAM_LEAVE, Set.of(MANAGER, CHIROPRACTOR, THERAPIST)),
            entry(CLINIC_EXPORT, Set.of(MANAGER)),
            entry(CLINIC_EXPORT_RELEASE, Set.of(AUDITOR)),
            entry(CLINIC_EXPORT_RUN, Set.of(SYSTEM)),
            entry(CLINIC_READ, Set.of(MANAGER)),
            entry(CLINIC_WRITE, Set.of(MANAGER, SYSTEM)),
            entry(CONSENT_TEXT_READ, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST, SYSTEM)),
            entry(CONSENT_TEXT_WRITE, Set.of(MANAGER)),
            entry(CONTACT_WRITE, Set.of(MANAGER, CHIROPRACTOR)),
            entry(DISCLOSURE, Set.of(AUDITOR)),
            entry(DISPOSAL_DECIDE, Set.of(AUDITOR, ADMIN)),
            entry(DISPOSAL_PROPOSE, Set.of(AUDITOR)),
            entry(DISPOSAL_RUN, Set.of(SYSTEM)),
            entry(EXERCISE_READ, Set.of(MANAGER, CHIROPRACTOR, THERAPIST)),
            entry(EXERCISE_SIGN_OFF, Set.of(CHIROPRACTOR)),
            entry(EXERCISE_WRITE, Set.of(MANAGER, CHIROPRACTOR)),
            entry(FACTOR_CHECK, Set.of(SYSTEM)),
            entry(FLAG_DECIDE, Set.of(CHIROPRACTOR)),
            entry(FLAG_OF_PATIENT, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(FLAG_RAISE_AGAIN, Set.of(SYSTEM)),
            entry(FLAG_KEEP, Set.of(CHIROPRACTOR, THERAPIST, SYSTEM)),
            entry(FLAG_READ, Set.of(CHIROPRACTOR)),
            entry(FLAG_RAISE, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(FLAG_RAISE_TOLD, Set.of(SYSTEM)),
            entry(HOLD_FOLLOW, Set.of(MANAGER, CHIROPRACTOR)),
            entry(IMPORT_FILE_DELETE, Set.of(SYSTEM)),
            entry(INTAKE_CONCLUDE, Set.of(CHIROPRACTOR)),
            entry(INTAKE_FORM_WRITE, Set.of(MANAGER)),
            entry(INTAKE_READ, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(INTAKE_WRITE, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(JOB_HOLD, Set.of(SYSTEM)),
            entry(JOB_RELEASE, Set.of(ADMIN)),
            entry(LEAD_CONVERT, Set.of(MANAGER, FRONT_DESK)),
            entry(LEAD_EXPORT, Set.of(MANAGER)),
            entry(LEAD_IMPORT, Set.of(MANAGER)),
            entry(LEAD_READ, Set.of(MANAGER, FRONT_DESK)),
            entry(LEAD_RECEIVE, Set.of(MANAGER, FRONT_DESK, SYSTEM)),
            entry(LEAD_REVIEW, Set.of(CHIROPRACTOR)),
            entry(LEAD_SUBMIT, Set.of(SYSTEM)),
            entry(LEAD_DUPLICATE, Set.of(MANAGER)),
            entry(LEAD_ERASE, Set.of(SYSTEM)),
            entry(LEAD_WAKE, Set.of(SYSTEM)),
            entry(LEAD_WORK, Set.of(MANAGER, FRONT_DESK)),
            entry(INCIDENT, Set.of(AUDITOR)),
            entry(LEGAL_HOLD, Set.of(AUDITOR)),
            entry(MAIL_ADD, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(MAIL_SEND, Set.of(SYSTEM)),
            entry(MAIL_WRITE, Set.of(MANAGER, FRONT_DESK)),
            entry(MEASURE_READ, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(MEASURE_WRITE, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(NEXT_VISIT_KEEP, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST, SYSTEM)),
            entry(NEXT_VISIT_MOVE, Set.of(SYSTEM)),
            entry(NOTE_FOLLOW, Set.of(MANAGER)),
            entry(NOTE_READ, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(NOTE_WRITE, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(BREAK_GLASS_BEGIN, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(BREAK_GLASS_ESCALATE, Set.of(SYSTEM)),
            entry(BREAK_GLASS_FOLLOW, Set.of(ADMIN)),
            entry(BREAK_GLASS_READ, Set.of(AUDITOR)),
            entry(BREAK_GLASS_REVIEW, Set.of(MANAGER, AUDITOR)),
            entry(ONLINE_INTAKE_ANSWER, Set.of(SYSTEM)),
            entry(ONLINE_INTAKE_EXPIRE, Set.of(SYSTEM)),
            entry(ONLINE_INTAKE_SEND, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(ORDER_PLACE, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(ORDER_READ, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(ORDER_WORK, Set.of(MANAGER, FRONT_DESK)),
            entry(PATIENT_ALERT, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(PATIENT_CONSENT, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(PATIENT_EXPORT, Set.of(MANAGER)),
            entry(PATIENT_IMPORT, Set.of(MANAGER)),
            entry(PATIENT_MATCH, Set.of(SYSTEM)),
            entry(PATIENT_MERGE, Set.of(MANAGER)),
            entry(PATIENT_READ, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(PATIENT_STATUS, Set.of(MANAGER, FRONT_DESK)),
            entry(PATIENT_WRITE, Set.of(MANAGER, FRONT_DESK)),
            entry(PERMISSION_READ, Set.of(AUDITOR, ADMIN)),
            entry(PHRASE_SHARE, Set.of(CHIROPRACTOR)),
            entry(PLAN_JUDGE, Set.of(SYSTEM)),
            entry(PLAN_KEEP, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(PLAN_HAND_OVER, Set.of(MANAGER, CHIROPRACTOR)),
            entry(PLAN_READ, Set.of(MANAGER, CHIROPRACTOR, THERAPIST)),
            entry(PLAN_WRITE, Set.of(CHIROPRACTOR)),
            entry(PRACTITIONER_READ, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST, ADMIN)),
            entry(PRACTITIONER_WRITE, Set.of(MANAGER)),
            entry(REACTION_FOLLOW, Set.of(MANAGER, CHIROPRACTOR, THERAPIST)),
            entry(REACTION_READ, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(REACTION_WRITE, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(RECALL_KEEP, Set.of(SYSTEM)),
            entry(RECALL_WORK, Set.of(MANAGER, FRONT_DESK)),
            entry(RECORD_EXPORT, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(REFERRAL_READ, Set.of(CHIROPRACTOR, THERAPIST)),
            entry(REFERRAL_WRITE, Set.of(CHIROPRACTOR)),
            entry(REPORT_READ, Set.of(MANAGER)),
            entry(ROLE_CONFIRM, Set.of(MANAGER, SYSTEM)),
            entry(SCHEDULE_READ, Set.of(MANAGER, FRONT_DESK, CHIROPRACTOR, THERAPIST)),
            entry(SENSITIVE_LIST, Set.of(AUDITOR)),
            entry(SENSITIVE_MARK, Set.of(CHIROPRACTOR, AUDITOR)),
            entry(SESSION_KEEP, Set.of(SYSTEM)));

    /** What every signed-in user may do, even while all their roles wait for confirmation. */
    private static final Set<String> OF_EVERYBODY =
            Set.of(ACCOUNT_OWN, CLINIC_LABEL, DISPLAY_CHOOSE, FACTOR_KEEP, FIND, IDENTITY_PROVE);

    private PermissionTable() {}

    /** Returns the roles that hold a permission; all for what everybody may do. */
    public static Set<Role> holdersOf(String permission) {
        return OF_EVERYBODY.contains(permission) ? Set.of(Role.values()) : HOLDERS.getOrDefault(permission, Set.of());
    }

    /** Returns the permissions of a person with these roles. */
    public static Set<String> of(Collection<Role> roles) {
        var byRole = HOLDERS.entrySet().stream()
                .filter(row -> row.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey);
        return Stream.concat(OF_EVERYBODY.stream(), byRole).collect(Collectors.toUnmodifiableSet());
    }
}

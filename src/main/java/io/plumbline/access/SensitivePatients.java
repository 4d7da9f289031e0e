package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The one rule for sensitive patients: only the people who are named for such a record, and the privacy officer, find
 * it. Every statement that lists patients, or finds them by clinic or relation, carries it as a condition, so no list
 * asks one statement more. The person is part of the statement, because the statements bind their values in two ways; an
 * id in hexadecimal digits cannot be anything else.
 */
public final class SensitivePatients {
    /** The column in which lists read the name of a patient {@code p}. */
    private static final Pattern NAME = Pattern.compile("p\\.shown_as( as \\w+)?");

    /** What stands for the name of a sensitive patient where the row itself has to be shown, such as a booked time. */
    public static final String LABEL = "Sensitive patient";

    private static final String EVERYBODY = "1 = 1";

    private SensitivePatients() {}

    /**
     * Returns the condition that the current user finds a patient, whom the current user may see otherwise. True for the
     * portal itself and for the privacy officer.
     *
     * @param patient the column of the patient's id, with its table
     */
    public static String visible(String patient) {
        var user = CurrentUser.find();
        if (user.isEmpty()) {
            return visibleTo("null", patient);
        }
        return seesAll(user.get())
                ? EVERYBODY
                : visibleTo(
                        "X'"
                                + HexFormat.of()
                                        .formatHex(Ids.bytes(user.get().staff().value())) + "'",
                        patient);
    }

    /**
     * Returns the condition that a staff member finds a patient, whom they may see otherwise.
     *
     * @param staff the parameter or column of the staff member's id
     * @param patient the column of the patient's id, with its table
     */
    public static String visibleTo(String staff, String patient) {
        return """
                not exists (select 1 from sensitive_patient marked where marked.patient_id = %s and not exists (
                    select 1 from sensitive_patient_reader named
                    where named.patient_id = marked.patient_id and named.staff_id = %s))""".formatted(patient, staff);
    }

    /** Returns the condition that a patient is sensitive, whoever asks. */
    public static String isMarked(String patient) {
        return "exists (select 1 from sensitive_patient marked where marked.patient_id = " + patient + ")";
    }

    /**
     * Returns a statement that reads {@link #LABEL} instead of the name of each patient whom the current user does not
     * find.
     *
     * @param sql reads the names of patients {@code p} as {@code p.shown_as}, by this name or another
     */
    public static String masked(String sql) {
        if (!NAME.matcher(sql).find()) {
            throw new IllegalArgumentException("Reads no " + NAME);
        }
        var user = CurrentUser.find();
        if (user.isPresent() && seesAll(user.get())) {
            return sql;
        }
        var name = "case when p.id is null or %s then p.shown_as else '%s' end".formatted(visible("p.id"), LABEL);
        return NAME.matcher(sql).replaceAll(found -> name + Objects.requireNonNullElse(found.group(1), " as shown_as"));
    }

    private static boolean seesAll(CurrentUser user) {
        return user.has(Role.SYSTEM) || user.has(Role.AUDITOR);
    }
}

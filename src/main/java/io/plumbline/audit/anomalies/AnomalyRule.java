package io.plumbline.audit.anomalies;

import java.util.Locale;

/** By which rule an access is unusual. The names are stored. */
public enum AnomalyRule {
    /** Records of many different patients within an hour. */
    MANY_CHARTS("Many charts in an hour"),
    /** While all clinics of the person are closed. */
    OFF_HOURS("Outside business hours"),
    /** Of a patient with the family name of the person. */
    SAME_FAMILY_NAME("Same family name"),
    /** Of a patient with the full name of the person. */
    OWN_RECORD("Own name, perhaps the own record"),
    /** Of a patient with the full name of a colleague. */
    COLLEAGUE("Name of a colleague"),
    /** Of a patient with the full name of a colleague whose account is deactivated. */
    FORMER_COLLEAGUE("Name of a former colleague"),
    /** Break-glass access more often than usual within a day. */
    MANY_BREAK_GLASS("Many break-glass accesses in a day");

    private final String words;

    AnomalyRule(String words) {
        this.words = words;
    }

    /** Returns the rule as the screen names it. */
    public String words() {
        return words;
    }

    /** Returns whether it is about a time, with any number of patients, and not about one patient. */
    public boolean isOfTime() {
        return switch (this) {
            case MANY_CHARTS, OFF_HOURS, MANY_BREAK_GLASS -> true;
            case SAME_FAMILY_NAME, OWN_RECORD, COLLEAGUE, FORMER_COLLEAGUE -> false;
        };
    }

    /** Returns the name for settings and the audit trail. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

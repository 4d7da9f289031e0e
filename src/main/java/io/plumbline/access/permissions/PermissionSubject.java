package io.plumbline.access.permissions;

import java.util.Arrays;
import java.util.List;

/** What permissions are about: they are shown in this order, grouped by the first word of their name. */
public enum PermissionSubject {
    LEADS("Consultation leads", "lead"),
    PATIENTS("Patients and their record", "patient", "attachment", "consent-text", "mail", "record", "access-request"),
    SCHEDULE("Schedule and front desk", "schedule", "appointment", "next-visit", "order", "recall"),
    INTAKE("Intake", "intake", "intake-form", "online-intake"),
    NOTES("Session notes", "note", "phrase"),
    PLANS("Treatment plans and exercises", "plan", "exercise", "answer"),
    SAFETY("Safety", "flag", "hold", "reaction"),
    OUTCOMES("Outcome measures and referrals", "measure", "referral", "contact"),
    CLINICS("Clinics, practitioners and reports", "clinic", "practitioner", "report"),
    OVERSIGHT(
            "Break-glass access, audit trail and disclosures",
            "break-glass",
            "audit",
            "anomaly",
            "disclosure",
            "clinic-export",
            "legal-hold",
            "disposal",
            "incident",
            "job",
            "backup"),
    ACCOUNTS(
            "Accounts and sign-in",
            "account",
            "role",
            "permission",
            "factor",
            "identity",
            "session",
            "display",
            "find",
            "import");

    private final String title;
    private final List<String> firstWords;

    PermissionSubject(String title, String... firstWords) {
        this.title = title;
        this.firstWords = List.of(firstWords);
    }

    /** Returns the title shown on screen. */
    public String title() {
        return title;
    }

    static PermissionSubject of(String permission) {
        var first = permission.substring(0, permission.indexOf(':'));
        return Arrays.stream(values())
                .filter(subject -> subject.firstWords.contains(first))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("What " + permission + " is about is not said"));
    }
}

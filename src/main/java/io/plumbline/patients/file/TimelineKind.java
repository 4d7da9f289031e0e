package io.plumbline.patients.file;

/** The kind of a timeline entry. */
public enum TimelineKind {
    VISIT_BOOKED(Group.VISITS),
    VISIT_HELD(Group.VISITS),
    VISIT_MISSED(Group.VISITS),
    NOTE_DRAFT(Group.VISITS),
    NOTE_SIGNED(Group.VISITS),
    OLD_NOTE(Group.VISITS),
    FLAG(Group.SAFETY),
    ALERT(Group.SAFETY),
    REACTION(Group.SAFETY),
    INTAKE(Group.CARE),
    INTAKE_SIGNED(Group.CARE),
    PLAN(Group.CARE),
    MEASURE(Group.CARE),
    REFERRAL(Group.CARE),
    FILE(Group.CARE),
    CONSENT(Group.CARE),
    JOINED(Group.CARE);

    private final Group group;

    TimelineKind(Group group) {
        this.group = group;
    }

    /** Returns the group for filtering the timeline. */
    public Group group() {
        return group;
    }

    /** Returns whether the patient was treated. */
    boolean isVisit() {
        return this == VISIT_HELD || this == NOTE_SIGNED;
    }

    /** The groups of a timeline. */
    public enum Group {
        VISITS("Visits"),
        SAFETY("Flags, alerts, reactions"),
        CARE("Intake, plans, files and more");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

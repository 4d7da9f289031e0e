package io.plumbline.patients;

/** What an entry of a patient's timeline is. */
public enum TimelineKind {
    VISIT_BOOKED(Group.VISITS),
    VISIT_HELD(Group.VISITS),
    VISIT_MISSED(Group.VISITS),
    NOTE_DRAFT(Group.VISITS),
    NOTE_SIGNED(Group.VISITS),
    FLAG(Group.SAFETY),
    ALERT(Group.SAFETY),
    INTAKE(Group.CARE),
    INTAKE_SIGNED(Group.CARE),
    PLAN(Group.CARE),
    CONSENT(Group.CARE),
    JOINED(Group.CARE);

    private final Group group;

    TimelineKind(Group group) {
        this.group = group;
    }

    /** What it is shown with when only a part of the timeline is. */
    public Group group() {
        return group;
    }

    /** Whether somebody treated the patient. */
    public boolean isVisit() {
        return this == VISIT_HELD || this == NOTE_SIGNED;
    }

    /** The parts of a timeline. */
    public enum Group {
        VISITS("Visits"),
        SAFETY("Flags and alerts"),
        CARE("Intake, plans, consents");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        /** The word that the screen shows. */
        public String word() {
            return word;
        }
    }
}

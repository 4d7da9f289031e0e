package io.plumbline.patients.attachments;

/** What a file on a patient's record is. */
public enum AttachmentKind {
    IMAGING("Imaging", true),
    OUTSIDE_REPORT("Outside report", true),
    SIGNED_FORM("Signed form", false),
    OTHER("Other", false);

    private final String label;
    private final boolean needsSource;

    AttachmentKind(String label, boolean needsSource) {
        this.label = label;
        this.needsSource = needsSource;
    }

    public String label() {
        return label;
    }

    /** Returns whether it is of use only with who made it. */
    public boolean needsSource() {
        return needsSource;
    }

    /** Returns whether it has clinical content, so that only those who treat the patient read it. */
    public boolean isClinical() {
        return this != SIGNED_FORM;
    }
}

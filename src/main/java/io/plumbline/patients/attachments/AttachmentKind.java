package io.plumbline.patients.attachments;

import io.plumbline.shared.Labeled;

/** What a file on a patient's record is. */
public enum AttachmentKind implements Labeled {
    IMAGING(true),
    OUTSIDE_REPORT(true),
    SIGNED_FORM(false),
    OTHER(false);

    private final boolean needsSource;

    AttachmentKind(boolean needsSource) {
        this.needsSource = needsSource;
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

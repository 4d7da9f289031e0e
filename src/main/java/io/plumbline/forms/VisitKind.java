package io.plumbline.forms;

/** For which intake notes of a patient a form is meant. */
public enum VisitKind {
    FIRST("First visit"),
    LATER("Later intake");

    private final String label;

    VisitKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

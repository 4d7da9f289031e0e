package io.plumbline.forms;

/** Who sees the answer to a question. */
public enum QuestionAudience {
    CLINICIANS("The patient's clinicians"),
    CHIROPRACTORS("Chiropractors only");

    private final String label;

    QuestionAudience(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}

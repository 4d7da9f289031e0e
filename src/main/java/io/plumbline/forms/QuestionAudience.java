package io.plumbline.forms;

/** Who sees the answer to a question. */
public enum QuestionAudience {
    CLINICIANS("The patient's clinicians"),
    CHIROPRACTORS("Chiropractors only");

    private final String label;

    QuestionAudience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

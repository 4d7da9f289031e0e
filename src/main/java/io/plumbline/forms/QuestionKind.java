package io.plumbline.forms;

/** What an answer to a question is. */
public enum QuestionKind {
    TEXT("Text"),
    NUMBER("Whole number"),
    SCALE("Scale"),
    CHOICE("Choice"),
    DATE("Date"),
    YES_NO("Yes or no");

    private final String label;

    QuestionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether a question of this kind has a least and a most number. */
    public boolean hasRange() {
        return this == NUMBER || this == SCALE;
    }
}

package io.plumbline.answers;

/** An anomaly in the text of an answer. Such an answer is kept and marked, never dropped. */
public enum AnswerFlag {
    EMPTY("No text", "The page has a name and a date but no text."),
    LIST_MISSING("List missing", "The text announces a list that is missing."),
    PHONE_NUMBER("Private number", "A private phone number was removed from the text."),
    SOLICITATION("Solicitation", "The text asks readers to get in touch or to buy."),
    CUT("Cut off", "The text ends in the middle of a sentence.");

    private final String label;
    private final String meaning;

    AnswerFlag(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }

    /** Returns an explanation in one sentence. */
    public String meaning() {
        return meaning;
    }
}

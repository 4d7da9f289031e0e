package io.plumbline.exercises;

/** What is odd about an answer's text. An odd answer is kept and marked, never dropped. */
public enum AnswerFlag {
    EMPTY("No text", "The page has a name and a date, and nothing after them."),
    LIST_MISSING("List missing", "The text announces a list that is not there."),
    PHONE_NUMBER("Private number", "A private phone number stood here. It is not kept."),
    SOLICITATION("Solicitation", "The text asks readers to get in touch or to buy."),
    CUT("Cut off", "The text ends in the middle of a sentence.");

    private final String word;
    private final String meaning;

    AnswerFlag(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}

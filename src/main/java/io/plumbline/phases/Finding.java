package io.plumbline.phases;

/**
 * One fact of a step decision.
 *
 * @param words as a sentence without its period, for the chiropractor
 * @param source where the fact is found
 */
public record Finding(Answer answer, String words, Source source) {
    /** Whether something is so. */
    public enum Answer {
        YES,
        NO,
        MISSING
    }

    /** Where a fact is found. */
    public enum Source {
        VISITS,
        MEASURES,
        GOALS,
        FLAGS,
        REACTIONS,
        REEVALUATION
    }

    static Finding of(boolean isSo, String words, Source source) {
        return new Finding(isSo ? Answer.YES : Answer.NO, words, source);
    }

    static Finding missing(String words, Source source) {
        return new Finding(Answer.MISSING, words, source);
    }
}

package io.plumbline.answers;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects anomalies in the text of an answer. Works on words only, so a person checks the findings. */
final class AnswerFlags {
    private static final Pattern ANNOUNCES = Pattern.compile(
            "\\b(?:here (?:are|is)|(?:the|these|my) following|following|these|list|try|favou?rites?|below)\\b[^.!?:]*:");

    private static final Pattern PROMISES_AT_THE_END = Pattern.compile(
            "^(?:there (?:are|is)|here (?:are|is)|try|below (?:are|is))\\b[^:]*\\b(?:some|a few|several|these|the following|a list|below)\\b"
                    + "[^:]*\\b(?:exercises?|stretch(?:es)?|moves?|movements?|poses?|tips?|steps?|ways)\\b[^:]*");

    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:[-*•–·]|\\d{1,2}[.)])\\s+\\S");
    private static final Pattern SEPARATOR = Pattern.compile("[,;/]|\\band\\b");
    private static final Pattern FINITE =
            Pattern.compile("\\b(?:can|could|will|would|is|are|was|should|must|may|might|do|does|has|have|helps?)\\b");

    private static final Pattern SOLICITS = Pattern.compile(
            "\\b(?:contact|call|e-?mail|text|message|phone) me\\b|\\breach (?:out to )?me\\b|\\bget in touch\\b"
                    + "|\\b(?:my|our) (?:web ?site|web ?page|studio|shop|store|blog|channel)\\b"
                    + "|\\b(?:visit|follow|hire) (?:me|us)\\b|\\bbook (?:a |your |an )?[a-z ]{0,20}with (?:me|us)\\b"
                    + "|\\b(?:free|introductory) (?:session|consultation|trial)\\b|\\bdiscount\\b|\\bspecial offer\\b"
                    + "|https?://|\\bwww\\.");

    private static final Pattern ENDS = Pattern.compile("[.!?)\\]\"”’'»]$");
    private static final Pattern BREAKS_OFF = Pattern.compile("(?:…|\\.\\.\\.|[,(\\[–—-]|\\[?\\(?read more\\)?\\]?)$");
    private static final Pattern LEADS_ON = Pattern.compile(
            "\\b(?:a|an|the|and|or|but|of|to|in|on|at|with|for|from|by|your|you|my|our|is|are|that|which|as|if|so|then|when)$");
    // an incomplete clause without a verb
    private static final Pattern HALF_CLAUSE = Pattern.compile(
            "\\b(?:once|because|unless|while|although|when|if) (?:the|a|an|your|my|their|its) [\\p{L}-]+$");
    private static final int LONG = 200;

    private AnswerFlags() {}

    /**
     * Returns the flags of a text.
     *
     * @param text with private contacts already replaced
     */
    static Set<AnswerFlag> of(String text, String author) {
        var kept = text.strip();
        if (kept.isEmpty()) {
            return EnumSet.of(AnswerFlag.EMPTY);
        }
        var flags = EnumSet.noneOf(AnswerFlag.class);
        var lower = kept.toLowerCase(Locale.ROOT);
        if (isListMissing(lower)) {
            flags.add(AnswerFlag.LIST_MISSING);
        }
        if (kept.contains(PrivateContacts.PHONE)) {
            flags.add(AnswerFlag.PHONE_NUMBER);
        }
        if (kept.contains(PrivateContacts.MAIL) || SOLICITS.matcher(lower).find()) {
            flags.add(AnswerFlag.SOLICITATION);
        }
        if (isCut(kept, lower, author.toLowerCase(Locale.ROOT))) {
            flags.add(AnswerFlag.CUT);
        }
        return Collections.unmodifiableSet(flags);
    }

    private static boolean isListMissing(String text) {
        var announced = ANNOUNCES.matcher(text);
        while (announced.find()) {
            if (!isList(text.substring(announced.end()))) {
                return true;
            }
        }
        return PROMISES_AT_THE_END.matcher(lastSentence(text)).matches();
    }

    /** Returns whether the text after the colon is a list and not just the next sentence. */
    private static boolean isList(String rest) {
        if (rest.isBlank()) {
            return false;
        }
        if (BULLET.matcher(rest).find()
                || rest.strip().lines().filter(line -> !line.isBlank()).count() > 1 && rest.startsWith("\n")) {
            return true;
        }
        var sentence = rest.strip().split("(?<=[.!?])\\s", 2)[0];
        return SEPARATOR.matcher(sentence).results().count() > 1
                || !FINITE.matcher(sentence).find();
    }

    private static boolean isCut(String text, String lower, String author) {
        if (BREAKS_OFF.matcher(lower).find()) {
            return true;
        }
        if (ENDS.matcher(text).find() || text.endsWith(PrivateContacts.PHONE) || text.endsWith(PrivateContacts.MAIL)) {
            return false;
        }
        var last = lastSentence(lower);
        if (LEADS_ON.matcher(last).find() || HALF_CLAUSE.matcher(last).find()) {
            return true;
        }
        // a closing with the author's name, a list item and a short remark need no period
        if (isSignature(last, author)
                || last.contains(":")
                || BULLET.matcher(last).find()) {
            return false;
        }
        return lower.length() > LONG || !last.equals(lower);
    }

    private static boolean isSignature(String sentence, String author) {
        for (var name : author.split("[\\s.]+")) {
            if (name.length() > 1 && sentence.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String lastSentence(String text) {
        var sentences = text.split("(?<=[.!?])\\s+|\\n+");
        return sentences[sentences.length - 1].strip();
    }
}

package io.plumbline.answers;

import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a page of answers: a question, then for each answer a line <em>Name (City, ST) on Feb 21, 2012</em> and its
 * text below, in one or more paragraphs.
 */
final class AnswerPageParser {
    private static final Pattern HEAD = Pattern.compile("(.{1,120}?)\\s*\\(([^()]{0,90})\\)\\s*on\\s+(.{4,30}?)\\s*:?");
    private static final Pattern HEAD_WITHOUT_PLACE = Pattern.compile("([^()]{1,120}?)\\s+on\\s+(.{4,30}?)\\s*:?");
    private static final Pattern PLACE = Pattern.compile("(.+?)\\s*,\\s*(\\p{Alpha})\\.?\\s?(\\p{Alpha})\\.?");
    private static final Pattern DAY_AT_ALL = Pattern.compile(
            "(?iu).*(?:\\b\\d{4}\\b|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\\s+\\d).*");
    /** A part of a name, a title or a nickname: <em>Jr.</em>, <em>D.C.,</em>, <em>"Buddy"</em>. */
    private static final String NAME_WORD = "[\"“”'‘(]?\\p{L}[\\p{L}\\p{M}.,/'’ʼ‐‑-]*[\"“”®™)]*,?";

    private static final Pattern NAME = Pattern.compile(NAME_WORD + "(?:\\s(?:&\\s)?" + NAME_WORD + "){0,8}");

    /** Words that occur in sentences but not in names. */
    private static final Set<String> NO_NAME = Set.of(
            "me", "my", "he", "she", "we", "you", "they", "it", "as", "to", "said", "told", "asked", "see", "with",
            "by", "from", "this", "that", "was", "is", "like", "answer", "at", "in", "so", "here", "your", "born",
            "posted");

    /** Text that pages of this kind print around the answers. */
    private static final Pattern FURNITURE = Pattern.compile(
            "(?iu)(?:©|copyright\\b).*|privacy policy.*|terms of (?:use|service).*|(?:sign|log) in(?: to"
                    + " answer)?|share|report|load more.*|related questions?:?|was this (?:answer )?helpful\\??|\\d+"
                    + " (?:people|person) found this helpful\\.?|view profile|advertisement");

    private final List<AnswerDraft> answers = new ArrayList<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final Set<String> linesBefore = new HashSet<>();
    private final List<String> furniture = new ArrayList<>();
    private final List<String> body = new ArrayList<>();
    private Head head = Head.NONE;

    private AnswerPageParser() {}

    /** Parses the question and the answers of a page. */
    static AnswerPage parse(String page) {
        return new AnswerPageParser().read(page);
    }

    private AnswerPage read(String page) {
        for (var line : plain(page).split("\n", -1)) {
            line(line.strip());
        }
        close();
        var question = question();
        var rest = new ArrayList<>(before);
        rest.remove(question);
        rest.addAll(notUnderstood);
        rest.addAll(furniture);
        return new AnswerPage(
                PrivateContacts.hiddenIn(question),
                List.copyOf(answers),
                rest.stream().map(PrivateContacts::hiddenIn).toList());
    }

    /** Normalizes line breaks and whitespace. */
    private static String plain(String page) {
        return page.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\u2028\\u2029\\u0085]", "\n")
                .replaceAll("[\\u200B\\uFEFF\\u00AD]", "")
                .replaceAll("[\\p{Zs}\\t\\f]+", " ");
    }

    private void line(String line) {
        var next = Head.of(line);
        if (next != Head.NONE) {
            close();
            head = next;
        } else if (head == Head.NONE) {
            if (!line.isEmpty()) {
                before.add(line);
                linesBefore.add(line);
            }
        } else if (!line.isEmpty() && (FURNITURE.matcher(line).matches() || linesBefore.contains(line))) {
            furniture.add(line);
        } else {
            body.add(line);
        }
    }

    private void close() {
        if (head == Head.NONE) {
            return;
        }
        var text = String.join("\n", body).strip().replaceAll("\n{3,}", "\n\n");
        try {
            answers.add(head.answer(text));
        } catch (IllegalArgumentException | Refused noAnswer) {
            notUnderstood.add(text.isEmpty() ? head.line() : head.line() + "\n" + text);
        }
        head = Head.NONE;
        body.clear();
    }

    /** Returns the last line before the answers that ends with a question mark, or otherwise the last line. */
    private String question() {
        return before.reversed().stream()
                .filter(line -> line.endsWith("?"))
                .findFirst()
                .orElseGet(() -> before.isEmpty() || answers.isEmpty() ? "" : before.getLast());
    }

    /** The header line of an answer. */
    private record Head(String line, String name, String place, String day) {
        static final Head NONE = new Head("", "", "", "");

        static Head of(String line) {
            var full = HEAD.matcher(line);
            if (full.matches() && isHead(full, 3)) {
                return new Head(line, full.group(1).strip(), full.group(2).strip(), full.group(3));
            }
            var bare = HEAD_WITHOUT_PLACE.matcher(line);
            if (bare.matches()
                    && isHead(bare, 2)
                    && PageDate.read(bare.group(2)).isPresent()) {
                return new Head(line, bare.group(1).strip(), "", bare.group(2));
            }
            return isOfSomebody(line) ? new Head(line, "", "", "") : NONE;
        }

        /**
         * Returns whether a line is a header with an unrecognized name; the text below it does not belong to the
         * previous answer.
         */
        private static boolean isOfSomebody(String line) {
            var full = HEAD.matcher(line);
            return full.matches()
                    && PLACE.matcher(full.group(2).strip()).matches()
                    && PageDate.read(full.group(3)).isPresent()
                    && !isSentence(full.group(1));
        }

        private static boolean isHead(Matcher line, int day) {
            return isName(line.group(1).strip())
                    && DAY_AT_ALL.matcher(line.group(day)).matches();
        }

        private static boolean isName(String text) {
            // lowercase only: Said is a name too
            return NAME.matcher(text).matches() && !isSentence(text);
        }

        private static boolean isSentence(String text) {
            return Arrays.stream(text.split("\\s")).anyMatch(NO_NAME::contains);
        }

        AnswerDraft answer(String text) {
            var where = PLACE.matcher(place);
            if (!where.matches()) {
                throw new IllegalArgumentException("No city and state");
            }
            LocalDate on = PageDate.read(day).orElseThrow(() -> new IllegalArgumentException("No day"));
            return AnswerDraft.of(name, where.group(1), where.group(2) + where.group(3), on, text);
        }
    }
}

package io.plumbline.answers;

import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private static final Pattern DAY_AT_ALL =
            Pattern.compile("(?iu).*(?:\\b\\d{4}\\b|\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}\\b"
                    + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\\s+\\d).*");
    /** A city with its state, and a country or zip behind it, as a header has them and a sentence does not. */
    private static final String CITY_AND_STATE =
            "\\p{Lu}[^(),]*,\\s*(?:\\p{Lu}\\.?\\s?\\p{Lu}\\b\\.?[^()]{0,60}|\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?)";

    /** A day that ends the line of a header without <em>on</em>: <em>, Apr 2, 2014</em>, <em>- 4/2/14</em>. */
    private static final String LAST_DAY = "\\s*(?:[,|:;–—-]|\\bon\\b)?\\s*(?<day>[^()]{4,40}?)\\s*:?";

    /** The forms in which a line names a person but lacks a date, a place or the word <em>on</em>. */
    private static final List<Pattern> INCOMPLETE_HEADS = List.of(
            Pattern.compile("(?<name>.{1,120}?)\\s*[,|–—-]?\\s*\\(\\s*" + CITY_AND_STATE + "\\s*\\)\\s*:?"),
            Pattern.compile("(?<name>.{1,120}?)\\s*\\([^()]{1,90}\\)" + LAST_DAY),
            Pattern.compile(
                    "(?<name>.{1,120}?)\\s*[,|–—-]\\s*\\p{Lu}[^(),]*,\\s*\\p{Lu}\\.?\\p{Lu}\\.?(?:" + LAST_DAY + ")?"),
            Pattern.compile("(?<name>[^()]{1,120}?)\\s*(?:[,|:;–—-]|\\bon\\b)\\s*(?<day>[^()]{4,40}?)\\s*:?"));

    /** The second line of a header that stands on two: the place, the day, or both, below a name. */
    private static final List<Pattern> SECOND_LINES = List.of(
            Pattern.compile("\\(?\\s*" + CITY_AND_STATE + "\\s*\\)?\\s*:?"),
            Pattern.compile("\\([^()]{1,90}\\)" + LAST_DAY),
            Pattern.compile("(?:on )?(?<day>[^()]{4,40}?)\\s*:?"));

    private static final String NAME_PART = "(?:[\"“‘(]?\\p{Lu}\\S*|de|del|la|van|von|der|den|da|di|al|bin|&)";
    private static final Pattern CAPITALIZED = Pattern.compile(NAME_PART + "(?: " + NAME_PART + "){0,6}");
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
        if (next == Head.NONE && head != Head.NONE) {
            next = incomplete(line);
        }
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

    /**
     * Returns the header of another person without all that a header needs: the text below it is not the previous
     * person's, and nobody knows yet whose. A line with the name of the previous person is their signature.
     */
    private Head incomplete(String line) {
        var name = Head.incompleteName(line);
        if (name.isPresent()) {
            return name.get().equals(head.name()) ? Head.NONE : new Head(line, "", "", "");
        }
        if (body.isEmpty() || !Head.isSecondLine(line)) {
            return Head.NONE;
        }
        var above = body.getLast();
        if (!CAPITALIZED.matcher(above).matches() || !Head.isName(above) || above.equals(head.name())) {
            return Head.NONE;
        }
        body.removeLast();
        return new Head(above + "\n" + line, "", "", "");
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

        /** Returns the name in a line that is a header but for its date, its place or the word <em>on</em>. */
        static Optional<String> incompleteName(String line) {
            return INCOMPLETE_HEADS.stream()
                    .map(form -> form.matcher(line))
                    .filter(form -> form.matches() && hasDayIfAny(form))
                    .map(form -> form.group("name").strip())
                    .filter(name -> !name.isEmpty() && Character.isUpperCase(name.codePointAt(0)) && isName(name))
                    .findFirst();
        }

        static boolean isSecondLine(String line) {
            return SECOND_LINES.stream()
                    .map(form -> form.matcher(line))
                    .anyMatch(form -> form.matches() && hasDayIfAny(form));
        }

        private static boolean hasDayIfAny(Matcher line) {
            if (!line.namedGroups().containsKey("day")) {
                return true;
            }
            var day = line.group("day");
            return day == null || PageDate.isLike(day);
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
            // a comma in the city is a second place
            if (!where.matches() || where.group(1).indexOf(',') >= 0) {
                throw new IllegalArgumentException("No city and state");
            }
            LocalDate on = PageDate.read(day).orElseThrow(() -> new IllegalArgumentException("No day"));
            return AnswerDraft.of(name, where.group(1), where.group(2) + where.group(3), on, text);
        }
    }
}

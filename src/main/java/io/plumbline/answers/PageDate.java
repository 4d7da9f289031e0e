package io.plumbline.answers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the date formats of imported pages: <em>Feb 21, 2012</em>, <em>21 February 2012</em>, <em>2012-02-21</em>,
 * <em>2/21/2012</em>.
 */
final class PageDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final List<Pattern> FORMS = Arrays.asList(
            Pattern.compile("(?:[a-z]{3,9}\\.?,? )?" + MONTH + " ?" + DAY + "(?:, ?| )" + YEAR),
            Pattern.compile("(?:[a-z]{3,9}\\.?,? )?" + DAY + "\\.? (?:of )?" + MONTH + ",? " + YEAR),
            Pattern.compile(YEAR + "-(?<month>\\d{1,2})-(?<day>\\d{1,2})"),
            // month first, since the pages are from the United States
            Pattern.compile("(?<month>\\d{1,2})/(?<day>\\d{1,2})/" + YEAR));

    /** A day as people write it whom nobody asks for four digits, or with the time of day. */
    private static final Pattern LIKE_A_DAY =
            Pattern.compile("(?:\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|(?:[a-z]{3,9}\\.?,? )?" + MONTH + " ?" + DAY
                    + "(?:,? ?'?\\d{2,4})?)(?:,? (?:at )?\\d{1,2}[:.]\\d{2} ?(?:[ap]\\.?m\\.?)?)?");

    private PageDate() {}

    /** Returns whether a text is a date and nothing else, also one that {@link #read} does not take for sure. */
    static boolean isLike(String text) {
        var plain = text.toLowerCase(Locale.ROOT).strip();
        return read(plain).isPresent() || LIKE_A_DAY.matcher(plain).matches();
    }

    /** Parses a date; empty if the text is not a valid date, such as 30 February. */
    static Optional<LocalDate> read(String text) {
        var plain = text.toLowerCase(Locale.ROOT).strip();
        for (var form : FORMS) {
            var found = form.matcher(plain);
            if (found.matches()) {
                var month = MONTHS.indexOf(found.group("month")) + 1;
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(found.group("year")),
                            month > 0 ? month : Integer.parseInt(found.group("month")),
                            Integer.parseInt(found.group("day"))));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

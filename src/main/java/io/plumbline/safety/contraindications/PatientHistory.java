package io.plumbline.safety.contraindications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordPart;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The patient's history as told in an intake note. An empty field is omitted from the JSON of the note.
 *
 * @param surgeries at most ten
 * @param medication at most 1,000 characters; likewise allergies, imaging and prior care
 * @param historyAnswers the answers to what is asked with yes or no; a fact without an entry was not asked
 * @param pregnancyWeek 1 to 42; null if not pregnant or not known
 * @param priorCare what was done about the complaint before
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PatientHistory(
        List<Surgery> surgeries,
        String medication,
        String allergies,
        SortedMap<HistoryFact, Answer> historyAnswers,
        @Nullable Integer pregnancyWeek,
        String imaging,
        String priorCare)
        implements RecordPart {
    /** The most characters of a text. */
    public static final int MOST = 1000;

    /** The most surgeries. */
    public static final int MOST_SURGERIES = 10;

    /** The last week of a pregnancy that is accepted. */
    public static final int LAST_WEEK = 42;

    /** Nothing is recorded. */
    public static final PatientHistory EMPTY = new PatientHistory(List.of(), "", "", new TreeMap<>(), null, "", "");

    /** Massage: a scar is avoided for about six weeks. Source: clinic and education pages, to be confirmed. */
    private static final int SCAR_WEEKS = 6;

    /** Thrust: operated segments are avoided for twelve months. Source: clinical facts §10.2, to be confirmed. */
    private static final int THRUST_MONTHS = 12;

    /**
     * A surgery.
     *
     * @param what at most 200 characters
     * @param on null if not known
     */
    public record Surgery(String what, @Nullable LocalDate on) {
        /** The most characters. */
        public static final int MOST = 200;

        /** @throws Refused if the text is too long */
        public Surgery {
            what = TextLimit.optional("Surgery", what, MOST);
        }
    }

    /**
     * An answer to a fact that is asked.
     *
     * @param words which, where or since when; at most 200 characters
     */
    public record Answer(boolean yes, String words) {
        /** The most characters. */
        public static final int MOST = 200;

        /** @throws Refused if the text is too long */
        public Answer {
            words = TextLimit.optional("The history", words, MOST);
        }
    }

    /** @throws Refused if a text is too long, there are too many surgeries, or the week is out of range */
    public PatientHistory {
        surgeries = surgeries == null
                ? List.of()
                : surgeries.stream()
                        .filter(one -> !one.what().isEmpty() || one.on() != null)
                        .toList();
        if (surgeries.size() > MOST_SURGERIES) {
            throw new Refused("Surgeries: at most " + MOST_SURGERIES);
        }
        medication = text("Medication", medication);
        allergies = text("Allergies", allergies);
        imaging = text("Imaging", imaging);
        priorCare = text("Prior care", priorCare);
        var answers = new TreeMap<HistoryFact, Answer>();
        if (historyAnswers != null) {
            answers.putAll(historyAnswers);
        }
        historyAnswers = Collections.unmodifiableSortedMap(answers);
        if (pregnancyWeek != null && (pregnancyWeek < 1 || pregnancyWeek > LAST_WEEK)) {
            throw new Refused("Week of pregnancy: 1 to " + LAST_WEEK);
        }
        if (!isYes(answers, HistoryFact.PREGNANCY)) {
            pregnancyWeek = null;
        }
    }

    // the JSON of a note omits empty fields
    private static String text(String what, @Nullable String text) {
        return TextLimit.optional(what, Objects.requireNonNullElse(text, ""), MOST);
    }

    private static boolean isYes(SortedMap<HistoryFact, Answer> answers, HistoryFact fact) {
        var answer = answers.get(fact);
        return answer != null && answer.yes();
    }

    /** Returns the facts that are true on a day. */
    Set<HistoryFact> factsOn(LocalDate day) {
        var facts = EnumSet.noneOf(HistoryFact.class);
        HistoryFact.asked().stream().filter(fact -> isYes(historyAnswers, fact)).forEach(facts::add);
        if (recent(day).findAny().isPresent()) {
            facts.add(HistoryFact.RECENT_SURGERY);
        }
        if (!surgeriesSince(day.minusMonths(THRUST_MONTHS), day).isEmpty()) {
            facts.add(HistoryFact.SURGERY_WITHIN_YEAR);
        }
        return facts;
    }

    private Stream<Surgery> recent(LocalDate day) {
        return surgeries.stream()
                .filter(one ->
                        one.on() != null && !one.on().isAfter(day) && one.on().isAfter(day.minusWeeks(SCAR_WEEKS)));
    }

    /** Returns the surgeries of a period in words, those with a date; the first day is left out, the last is included. */
    public List<String> surgeriesSince(LocalDate from, LocalDate until) {
        return surgeries.stream()
                .flatMap(one -> {
                    var on = one.on();
                    return on == null || on.isAfter(until) || !on.isAfter(from)
                            ? Stream.of()
                            : Stream.of(
                                    (one.what().isEmpty() ? "not named" : one.what()) + ", " + Dates.dayAndYear(on));
                })
                .toList();
    }

    /** Returns the name of a fact that is true, of a pregnancy with its week. */
    String said(HistoryFact fact) {
        return fact == HistoryFact.PREGNANCY
                ? fact.label() + ", " + (pregnancyWeek == null ? "week not known" : "week " + pregnancyWeek)
                : fact.label();
    }

    /** Returns what the history says about a fact that is true on a day; empty if no more than that. */
    public String wordsOf(HistoryFact fact, LocalDate day) {
        if (fact == HistoryFact.RECENT_SURGERY) {
            return recent(day).map(one -> one.what() + " " + one.on()).collect(Collectors.joining(", "));
        }
        if (fact == HistoryFact.SURGERY_WITHIN_YEAR) {
            return String.join("; ", surgeriesSince(day.minusMonths(THRUST_MONTHS), day));
        }
        var answer = historyAnswers.get(fact);
        var week = fact == HistoryFact.PREGNANCY && pregnancyWeek != null ? "week " + pregnancyWeek + " on " + day : "";
        return Stream.of(week, answer == null ? "" : answer.words())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /**
     * Refuses a surgery that is still to come.
     *
     * @throws Refused with a message for the user
     */
    public void requireBy(LocalDate today) {
        if (surgeries.stream().anyMatch(one -> one.on() != null && one.on().isAfter(today))) {
            throw new Refused("The date of a surgery is in the future");
        }
    }
}

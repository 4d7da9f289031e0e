package io.plumbline.onlineintake;

import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.patients.ConsentKind;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.shared.BodyRegion;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of the fields of each page of the form. */
public final class FormFields {
    public static final String COMPLAINT = "complaint";
    public static final String ONSET = "onset";
    public static final String MECHANISM = "mechanism";
    public static final String REGION = "region";

    /** Before the code of a region: what the pain feels like there, chosen from a list. */
    public static final String QUALITY = "quality.";

    /** Before the code of a region: how strong the pain is there. */
    public static final String INTENSITY = "intensity.";

    /** Before the code of an activity, or the number of one in the patient's own words: how well it goes. */
    public static final String ABILITY = "ability.";

    /** Before a number: an activity in the patient's own words. */
    public static final String OWN_ACTIVITY = "activity.";

    public static final String SURGERY = "surgery.";
    public static final String SURGERY_ON = "surgeryOn.";

    /** Before a fact of the history: yes, no, or rather not say. */
    public static final String FACT = "fact.";

    /** Before a fact of the history: which, where or since when. */
    public static final String FACT_WORDS = "words.";

    public static final String WEEK = "pregnancyWeek";
    public static final String MEDICATION = "medication";
    public static final String ALLERGIES = "allergies";
    public static final String IMAGING = "imaging";
    public static final String PRIOR_CARE = "priorCare";

    /** Before the id of a screening rule: yes, no, or rather not say. */
    public static final String SCREEN = "screen.";

    /** Before a kind of consent: the id of the text that was shown and is agreed to. */
    public static final String CONSENT = "consent.";

    /** Who agrees, where the birth date of the patient is not known. */
    public static final String CONSENT_BY = "consentBy";

    /** The full name of who agrees. */
    public static final String CONSENT_NAME = "consentName";

    /** How the names of all fields begin with which somebody agrees: each is only what the page says that was sent. */
    static final List<String> CONSENTS = List.of(CONSENT, CONSENT_BY, CONSENT_NAME);

    /** The version of the page that was shown. */
    public static final String VERSION = "version";

    /** The button that was pressed on a page, and that which goes on to the next page. */
    public static final String GO = "go";

    public static final String NEXT = "next";

    /** The last page, in order, from which the patient went on; no page asks for it, and it is not submitted. */
    static final String DONE = "done";

    public static final List<String> PAINS = List.of("painNow", "painWorst", "painAverage");
    public static final List<String> DAILY_LIFE =
            List.of("dailyActivities", "work", "training", "sleep", "mood", "goals");

    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String NOT_SAID = "not-said";

    /** How many activities in the patient's own words, and how many surgeries the form takes. */
    public static final int MOST_OWN = 3;

    private FormFields() {}

    /** Returns the numbers of the rows that the form repeats. */
    public static List<Integer> rows() {
        return IntStream.rangeClosed(1, MOST_OWN).boxed().toList();
    }

    static Set<String> of(FormPage page, FormAnswers answers, IntakeVocabulary vocabulary, ScreeningRules rules) {
        var names =
                switch (page) {
                    case COMPLAINT -> Stream.of(COMPLAINT, ONSET, MECHANISM);
                    case PAIN -> PAINS.stream();
                    case REGIONS -> Stream.of(REGION);
                    case REGION_DETAILS ->
                        BodyRegion.all().stream()
                                .map(BodyRegion::code)
                                .filter(answers.values(REGION)::contains)
                                .flatMap(code -> Stream.of(QUALITY + code, INTENSITY + code));
                    case LIMITATIONS ->
                        Stream.concat(
                                vocabulary.limitations().stream().map(term -> ABILITY + term.code()),
                                rows().stream().flatMap(n -> Stream.of(OWN_ACTIVITY + n, ABILITY + n)));
                    case HISTORY ->
                        Stream.of(
                                        rows().stream().flatMap(n -> Stream.of(SURGERY + n, SURGERY_ON + n)),
                                        HistoryFact.asked().stream()
                                                .flatMap(fact -> Stream.of(FACT + fact, FACT_WORDS + fact)),
                                        Stream.of(WEEK, MEDICATION, ALLERGIES, IMAGING, PRIOR_CARE))
                                .flatMap(some -> some);
                    case DAILY_LIFE -> DAILY_LIFE.stream();
                    case SAFETY -> rules.asked().stream().map(rule -> SCREEN + rule.id());
                    case CONSENTS ->
                        Stream.concat(
                                Arrays.stream(ConsentKind.values()).map(kind -> CONSENT + kind),
                                Stream.of(CONSENT_BY, CONSENT_NAME));
                    case CHECK -> Stream.<String>empty();
                };
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

package io.plumbline.onlineintake.web;

import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.PainQuality;
import io.plumbline.onlineintake.FormAnswers;
import io.plumbline.onlineintake.FormFields;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.onlineintake.web.FormBlock.Kind;
import io.plumbline.onlineintake.web.FormBlock.Option;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.consents.PublishedConsentText;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.shared.BodyRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The questions of each page of the form. */
@Component
class FormBlocks {
    private static final int WORST = 10;
    /** Says how far the patient has come, without telling what the questions look for. */
    private static final int QUESTIONS_OF_A_PART = 10;

    private static final int LONGEST_COMPLAINT = 2000;
    private static final int LONGEST_ONSET = 400;
    private static final int LONGEST_ACTIVITY = 120;

    private final IntakeVocabulary vocabulary;
    private final ScreeningRules rules;

    FormBlocks(IntakeVocabulary vocabulary, ScreeningRules rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    List<FormBlock> of(FormPage page, OpenForm form, FormWords words) {
        var blocks = new Blocks(form, words, new ArrayList<>());
        switch (page) {
            case COMPLAINT -> {
                blocks.text(FormFields.COMPLAINT, LONGEST_COMPLAINT);
                blocks.line(FormFields.ONSET, LONGEST_ONSET);
                blocks.text(FormFields.MECHANISM, IntakeMore.MOST);
            }
            case PAIN ->
                FormFields.PAINS.forEach(field -> blocks.add(Kind.ONE_OF, field, words.of("q." + field), scale()));
            case REGIONS -> regions(blocks, words);
            case REGION_DETAILS -> regionDetails(blocks, form.answers(), words);
            case LIMITATIONS -> limitations(blocks, words);
            case HISTORY -> history(blocks, words);
            case DAILY_LIFE -> FormFields.DAILY_LIFE.forEach(field -> blocks.text(field, IntakeMore.MOST));
            case SAFETY -> safety(blocks, words);
            case CONSENTS -> consents(blocks, form, words);
            case CHECK -> {
                // the template lists the pages
            }
        }
        return blocks.all();
    }

    private static void consents(Blocks blocks, OpenForm form, FormWords words) {
        form.consents().inLanguage(words.language(), form.answers()).forEach(blocks::consent);
        if (form.consents().by() == null) {
            blocks.add(
                    Kind.ONE_OF,
                    FormFields.CONSENT_BY,
                    words.of("q.consentBy"),
                    Stream.of(ConsentAgreement.By.values())
                            .map(by -> new Option(by.name(), words.of("consentBy." + by)))
                            .toList());
        }
        blocks.add(
                Kind.LINE,
                FormFields.CONSENT_NAME,
                words.of(form.consents().by() == ConsentAgreement.By.GUARDIAN ? "q.guardianName" : "q.consentName"),
                words.of("hint.consentName"),
                ConsentAgreement.LONGEST_NAME,
                List.of());
    }

    private static void regions(Blocks blocks, FormWords words) {
        var bySides = new LinkedHashMap<String, List<BodyRegion>>();
        BodyRegion.all().forEach(region -> bySides.computeIfAbsent(FormWords.base(region), base -> new ArrayList<>())
                .add(region));
        for (var side : List.of("back-", "front-")) {
            blocks.heading(words.of("regions." + side.replace("-", "")));
            bySides.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(side))
                    .forEach(entry -> blocks.add(
                            Kind.SOME_OF,
                            FormFields.REGION,
                            words.region(entry.getValue().getFirst()),
                            entry.getValue().stream()
                                    .map(region -> new Option(
                                            region.code(),
                                            FormWords.isOnOneSide(region) ? words.side(region) : words.of("side.here")))
                                    .toList()));
        }
    }

    private static void regionDetails(Blocks blocks, FormAnswers answers, FormWords words) {
        BodyRegion.all().stream()
                .filter(region -> answers.values(FormFields.REGION).contains(region.code()))
                .forEach(region -> {
                    var name = words.regionAndSide(region);
                    blocks.add(
                            Kind.SOME_OF,
                            FormFields.QUALITY + region.code(),
                            words.of("q.quality", name),
                            Stream.of(PainQuality.values())
                                    .map(quality -> new Option(quality.name(), words.of("quality." + quality)))
                                    .toList());
                    blocks.add(
                            Kind.ONE_OF, FormFields.INTENSITY + region.code(), words.of("q.intensity", name), scale());
                });
    }

    private void limitations(Blocks blocks, FormWords words) {
        vocabulary
                .limitations()
                .forEach(term -> blocks.add(
                        Kind.SELECT,
                        FormFields.ABILITY + term.code(),
                        words.translated("activity." + term.code(), term.name()),
                        abilities(words)));
        for (int n : FormFields.rows()) {
            blocks.line(FormFields.OWN_ACTIVITY + n, words.of("q.activity", n), LONGEST_ACTIVITY);
            blocks.add(Kind.SELECT, FormFields.ABILITY + n, words.of("q.ability", n), abilities(words));
        }
    }

    private static void history(Blocks blocks, FormWords words) {
        for (int n : FormFields.rows()) {
            blocks.line(FormFields.SURGERY + n, words.of("q.surgery", n), PatientHistory.Surgery.MOST);
            blocks.add(Kind.DATE, FormFields.SURGERY_ON + n, words.of("q.surgeryOn", n), List.of());
        }
        blocks.text(FormFields.MEDICATION, PatientHistory.MOST);
        blocks.text(FormFields.ALLERGIES, PatientHistory.MOST);
        for (var fact : HistoryFact.asked()) {
            blocks.add(Kind.ONE_OF, FormFields.FACT + fact, words.of("fact." + fact), yesOrNo(words));
            if (fact == HistoryFact.PREGNANCY) {
                blocks.add(Kind.NUMBER, FormFields.WEEK, words.of("q.pregnancyWeek"), List.of());
            } else {
                blocks.line(FormFields.FACT_WORDS + fact, words.of("factWords." + fact), PatientHistory.Answer.MOST);
            }
        }
        blocks.text(FormFields.IMAGING, PatientHistory.MOST);
        blocks.text(FormFields.PRIOR_CARE, PatientHistory.MOST);
    }

    private void safety(Blocks blocks, FormWords words) {
        var asked = rules.asked();
        for (int n = 0; n < asked.size(); n++) {
            if (n % QUESTIONS_OF_A_PART == 0) {
                blocks.heading(
                        words.of("safety.part", n + 1, Math.min(n + QUESTIONS_OF_A_PART, asked.size()), asked.size()));
            }
            var rule = asked.get(n);
            blocks.add(Kind.ONE_OF, FormFields.SCREEN + rule.id(), words.question(rule), yesOrNo(words));
        }
    }

    private static List<Option> scale() {
        return IntStream.rangeClosed(0, WORST)
                .mapToObj(String::valueOf)
                .map(score -> new Option(score, score))
                .toList();
    }

    private static List<Option> abilities(FormWords words) {
        return Stream.concat(
                        Stream.of(new Option("", words.of("ability.none"))),
                        IntStream.rangeClosed(0, WORST)
                                .mapToObj(score -> new Option(
                                        String.valueOf(score),
                                        score == 0
                                                ? words.of("ability.0")
                                                : score == WORST ? words.of("ability.10") : String.valueOf(score))))
                .toList();
    }

    private static List<Option> yesOrNo(FormWords words) {
        return List.of(
                new Option(FormFields.YES, words.of("answer.YES")),
                new Option(FormFields.NO, words.of("answer.NO")),
                new Option(FormFields.NOT_SAID, words.of("answer.NOT_SAID")));
    }

    /** Collects the questions of a page, each with what is entered and what is wrong with it. */
    private record Blocks(OpenForm form, FormWords words, List<FormBlock> all) {
        void heading(String label) {
            all.add(new FormBlock(Kind.HEADING, "", label, "", 0, List.of(), List.of(), List.of(), "", ""));
        }

        void text(String field, int most) {
            add(Kind.TEXT, field, words.of("q." + field), words.translated("hint." + field, ""), most, List.of());
        }

        void line(String field, int most) {
            add(Kind.LINE, field, words.of("q." + field), words.translated("hint." + field, ""), most, List.of());
        }

        void line(String field, String label, int most) {
            add(Kind.LINE, field, label, "", most, List.of());
        }

        /** Says in which language a text is ticked, where that is not the language of the page. */
        private String tickedIn(PublishedConsentText text) {
            var language = text.key().language().locale().getLanguage();
            return form.consents().ticked(form.answers()).contains(text)
                            && !language.equals(words.language().getLanguage())
                    ? ". " + words.of("consent.ticked." + language)
                    : "";
        }

        void consent(PublishedConsentText text) {
            var field = FormFields.CONSENT + text.key().kind();
            var problem = form.problems().get(field);
            all.add(new FormBlock(
                    Kind.CONSENT,
                    field,
                    text.title(),
                    words.of("consent.version", text.number()) + tickedIn(text),
                    0,
                    List.of(new Option(text.id().toString(), words.of("consent.agree"))),
                    form.answers().values(field),
                    text.paragraphs(),
                    text.key().language().locale().getLanguage(),
                    problem == null ? "" : words.problem(field, problem)));
        }

        void add(Kind kind, String field, String label, List<Option> options) {
            add(kind, field, label, "", 0, options);
        }

        void add(Kind kind, String field, String label, String hint, int most, List<Option> options) {
            all.add(new FormBlock(
                    kind,
                    field,
                    label,
                    hint,
                    most,
                    options,
                    form.answers().values(field),
                    List.of(),
                    "",
                    error(kind, field, options)));
        }

        /** Returns what is wrong, or what another device saved in the meantime. */
        private String error(Kind kind, String field, List<Option> options) {
            var problem = form.problems().get(field);
            if (problem != null) {
                return words.problem(field, problem);
            }
            var saved = form.elsewhere().get(field);
            if (saved == null
                    || (kind == Kind.SOME_OF && isSame(saved, form.answers().values(field), options))) {
                return "";
            }
            var labels = options.isEmpty()
                    ? saved
                    : options.stream()
                            .filter(option -> saved.contains(option.value()))
                            .map(Option::label)
                            .toList();
            return words.of(
                    "elsewhere.saved", labels.isEmpty() ? words.of("elsewhere.nothing") : String.join(", ", labels));
        }

        private static boolean isSame(List<String> saved, List<String> typed, List<Option> options) {
            return options.stream()
                    .allMatch(option -> saved.contains(option.value()) == typed.contains(option.value()));
        }
    }
}

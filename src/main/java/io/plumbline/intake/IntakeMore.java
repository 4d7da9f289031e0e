package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plumbline.forms.FormAnswers;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordPart;
import io.plumbline.shared.signing.RecordVersions;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an intake note says beside complaint, areas, screen and outcome. An empty field is omitted from the JSON, so that
 * the content of a note signed before a field existed keeps its hash.
 *
 * @param mechanism how it happened, at most 1,000 characters
 * @param factorDetails severity and status of contributing factors, by code
 * @param dailyActivities the patient's daily activities, in their words, at most 1,000 characters; likewise the others
 * @param training the current training
 * @param history the patient's history
 * @param contraindications what the clinician says about contraindications, by code
 * @param examination alignment, range of motion and tests
 * @param forms the answers to the clinics' own questions, by version of the form
 * @param consentText the published text that the patient agreed to; null while the patient does not consent, where no text
 *     was published, and in what was written before this was kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntakeMore(
        String mechanism,
        SortedMap<String, FactorDetail> factorDetails,
        String dailyActivities,
        String work,
        String training,
        String sleep,
        String mood,
        String goals,
        @JsonUnwrapped PatientHistory history,
        SortedMap<String, ContraindicationAnswer> contraindications,
        @JsonUnwrapped IntakeExamination examination,
        List<FormAnswers> forms,
        @Nullable AgreedText consentText)
        implements RecordPart {
    /**
     * The version of a consent text that a patient agreed to.
     *
     * @param number from 1, by language
     */
    public record AgreedText(UUID id, int number, ConsentLanguage language) {
        /** Returns the version in words, such as <em>version 2, Spanish</em>. */
        public String words() {
            return "version " + number + ", " + language.label();
        }
    }

    /** The most characters of a text. */
    public static final int MOST = 1000;

    /** Nothing is recorded. */
    public static final IntakeMore EMPTY = new IntakeMore("", new TreeMap<>(), "", "", "", "", "", "");

    /** Creates one without history, contraindications and examination. */
    public IntakeMore(
            String mechanism,
            SortedMap<String, FactorDetail> factorDetails,
            String dailyActivities,
            String work,
            String training,
            String sleep,
            String mood,
            String goals) {
        this(
                mechanism,
                factorDetails,
                dailyActivities,
                work,
                training,
                sleep,
                mood,
                goals,
                PatientHistory.EMPTY,
                new TreeMap<>(),
                IntakeExamination.EMPTY,
                List.of(),
                null);
    }

    /** @throws Refused if a text is too long; the message is for the user */
    public IntakeMore {
        mechanism = text("How it happened", mechanism);
        dailyActivities = text("Daily activities", dailyActivities);
        work = text("Work", work);
        training = text("Current training", training);
        sleep = text("Sleep", sleep);
        mood = text("Mood", mood);
        goals = text("The goals", goals);
        factorDetails = recorded(factorDetails);
        history = Objects.requireNonNullElse(history, PatientHistory.EMPTY);
        contraindications = contraindications == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(contraindications));
        examination = Objects.requireNonNullElse(examination, IntakeExamination.EMPTY);
        forms = forms == null ? List.of() : List.copyOf(forms);
    }

    /** Returns a copy with other answers to the clinics' own questions. */
    public IntakeMore withForms(List<FormAnswers> answered) {
        return RecordVersions.with(this, "forms", answered);
    }

    /** Returns a copy with the text that the patient agreed to; null for none. */
    public IntakeMore withConsentText(@Nullable AgreedText agreed) {
        return RecordVersions.with(this, "consentText", agreed);
    }

    /** Returns a copy with other history, contraindications and examination. */
    public IntakeMore with(
            PatientHistory told, SortedMap<String, ContraindicationAnswer> answered, IntakeExamination found) {
        return new IntakeMore(
                mechanism,
                factorDetails,
                dailyActivities,
                work,
                training,
                sleep,
                mood,
                goals,
                told,
                answered,
                found,
                forms,
                consentText);
    }

    // the JSON of a note omits empty fields
    private static SortedMap<String, FactorDetail> recorded(@Nullable SortedMap<String, FactorDetail> details) {
        var recorded = new TreeMap<String, FactorDetail>();
        if (details != null) {
            recorded.putAll(details);
        }
        recorded.values().removeIf(FactorDetail.NONE::equals);
        return Collections.unmodifiableSortedMap(recorded);
    }

    private static String text(String what, @Nullable String text) {
        return TextLimit.optional(what, Objects.requireNonNullElse(text, ""), MOST);
    }

    /** Returns a copy with another examination. */
    public IntakeMore with(IntakeExamination found) {
        return RecordVersions.with(this, "examination", found);
    }

    /** Returns the contraindications that were left to a chiropractor, by code. */
    public SortedMap<String, ContraindicationAnswer> leftToChiropractor() {
        var left = new TreeMap<>(contraindications);
        left.values().removeIf(answer -> answer.decision() != Decision.CHIROPRACTOR_TO_DECIDE);
        return left;
    }

    /** Returns severity and status of a contributing factor. */
    public FactorDetail detailOf(String factor) {
        return factorDetails.getOrDefault(factor, FactorDetail.NONE);
    }
}

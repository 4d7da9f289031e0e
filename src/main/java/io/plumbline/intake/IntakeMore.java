package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordPart;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an intake note says beside complaint, areas, screen and outcome. An empty field is omitted from the JSON, so that
 * the content of a note signed before a field existed keeps its hash.
 *
 * @param mechanism how it happened, at most 1,000 characters
 * @param factorDetails severity and status of contributing factors, by code
 * @param dailyActivities the patient's daily activities, in their words, at most 1,000 characters; likewise the others
 * @param training the current training
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
        String goals)
        implements RecordPart {
    /** The most characters of a text. */
    public static final int MOST = 1000;

    /** Nothing is recorded. */
    public static final IntakeMore EMPTY = new IntakeMore("", new TreeMap<>(), "", "", "", "", "", "");

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

    /** Returns severity and status of a contributing factor. */
    public FactorDetail detailOf(String factor) {
        return factorDetails.getOrDefault(factor, FactorDetail.NONE);
    }
}

package io.plumbline.onlineintake.web;

import io.plumbline.onlineintake.FormFields;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.FormProblem;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.BodyRegion;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** The words of the form in the language of the patient. */
record FormWords(MessageSource messages, Locale language) {
    private static final List<String> GROUPS = List.of(
            FormFields.QUALITY,
            FormFields.INTENSITY,
            FormFields.ABILITY,
            FormFields.OWN_ACTIVITY,
            FormFields.SURGERY_ON,
            FormFields.SURGERY,
            FormFields.FACT_WORDS);

    String of(String key, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** Returns the translation of English words that data has; these where there is none. */
    String translated(String key, String english) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, english, language), english);
    }

    String page(FormPage page) {
        return of("page." + page);
    }

    /** Returns a question of the red-flag screen. */
    String question(ScreeningRules.Rule rule) {
        return translated("question." + rule.id(), rule.question());
    }

    /** Returns what is wrong with a field. */
    String problem(String field, FormProblem problem) {
        var group = GROUPS.stream().filter(field::startsWith).findFirst().orElse(field + ".");
        return translated("problem." + group + problem, of("problem." + problem));
    }

    /** Returns the everyday name of a region, without its side. */
    String region(BodyRegion region) {
        return of("region." + base(region));
    }

    /** Returns the everyday name of a region with its side. */
    String regionAndSide(BodyRegion region) {
        return isOnOneSide(region) ? region(region) + ", " + side(region) : region(region);
    }

    String side(BodyRegion region) {
        return of("side." + region.code().substring(region.code().lastIndexOf('-') + 1));
    }

    static boolean isOnOneSide(BodyRegion region) {
        return region.code().endsWith("-left") || region.code().endsWith("-right");
    }

    /** Returns the code of a region without its side. */
    static String base(BodyRegion region) {
        return region.code().replaceFirst("-(left|right)$", "");
    }
}

package io.plumbline.diagnoses;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis of ICD-10-CM.
 *
 * @param code with its dot, at most 8 characters
 * @param release the official file from which the description comes, and whether it has to be compared with a newer one
 * @param isReferralOnly whether it is a reason to refer the patient, never one for a plan of care
 * @param searchWords by which it is found beside its description, such as <em>neck</em>; null if by none
 * @param retiredIn the year of the official file that no longer has it; null while it is valid
 */
public record Diagnosis(
        String code,
        String description,
        String release,
        boolean isReferralOnly,
        @Nullable String searchWords,
        @Nullable Integer retiredIn) {
    static Diagnosis of(OfficialCode code) {
        return new Diagnosis(code.code(), code.description(), release(code), false, null, code.retiredIn());
    }

    /** Returns the same with the text of the official file. */
    Diagnosis describedBy(OfficialCode official) {
        return new Diagnosis(
                code, official.description(), release(official), isReferralOnly, searchWords, official.retiredIn());
    }

    /** @param now the year of the official file that does not have it; null if there is none */
    Diagnosis retired(@Nullable Integer now) {
        return new Diagnosis(code, description, release, isReferralOnly, searchWords, now);
    }

    private static String release(OfficialCode code) {
        return "Order file of " + code.year();
    }

    /** Returns code and description. */
    public String words() {
        return code + " " + description + (retiredIn == null ? "" : " (retired in " + retiredIn + ")");
    }

    /** Returns whether it is of chapter 15, whose codes come before those of all others. */
    public boolean isOfPregnancy() {
        return isOfPregnancy(code);
    }

    static boolean isOfPregnancy(String code) {
        return code.startsWith("O");
    }

    /** Returns the lower-case text in which typed words are searched; the code also without its dot. */
    String searched() {
        return (words() + " " + code.replace(".", "") + (searchWords == null ? "" : " " + searchWords))
                .toLowerCase(Locale.ROOT);
    }
}

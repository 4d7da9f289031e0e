package io.plumbline.diagnoses;

import io.plumbline.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The diagnoses from which a chiropractor chooses, as versioned data with a source.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 */
public record Diagnoses(
        String version, String source, @Nullable String approvedBy, List<Diagnosis> diagnoses) {
    public Diagnoses {
        diagnoses = List.copyOf(diagnoses);
    }

    /** Returns the diagnosis with this code. */
    public Optional<Diagnosis> find(String code) {
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.code().equals(code))
                .findFirst();
    }

    /** Returns whether a diagnosis has all typed words in its code or description; a code may be typed without its dot. */
    public static boolean matches(Diagnosis diagnosis, String typed) {
        var text = diagnosis.words().toLowerCase(Locale.ROOT) + " "
                + diagnosis.code().replace(".", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(text::contains);
    }

    /**
     * Refuses codes that are not in the list.
     *
     * @throws Refused if there is one; the message is for the user
     */
    public void refuseUnknown(List<String> codes) {
        codes.stream().filter(code -> find(code).isEmpty()).findFirst().ifPresent(code -> {
            throw new Refused("There is no diagnosis " + code + " in the list: choose another");
        });
    }

    /**
     * Refuses diagnoses that are no reason for a plan of care.
     *
     * @throws Refused if there is one; the message is for the user
     */
    public void refuseReferralOnly(List<String> codes) {
        codes.stream()
                .flatMap(code -> find(code).stream())
                .filter(Diagnosis::isReferralOnly)
                .findFirst()
                .ifPresent(diagnosis -> {
                    throw new Refused(diagnosis.words() + " is a reason to refer the patient, not for a plan of care");
                });
    }
}

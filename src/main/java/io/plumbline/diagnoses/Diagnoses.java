package io.plumbline.diagnoses;

import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The diagnoses from which a chiropractor chooses: those that ship, then the others of the official order file, if one
 * was imported. Texts of that file replace those that ship.
 */
public final class Diagnoses {
    private final List<Diagnosis> diagnoses;
    private final Map<String, Diagnosis> byCode;

    private Diagnoses(Map<String, Diagnosis> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
        diagnoses = List.copyOf(byCode.values());
    }

    static Diagnoses of(ShippedDiagnoses shipped, List<OfficialCode> official) {
        var codes = official.stream().collect(Collectors.toMap(OfficialCode::code, code -> code));
        var newest = official.stream().mapToInt(OfficialCode::changedIn).max();
        var listed = new LinkedHashMap<String, Diagnosis>();
        for (var one : shipped.diagnoses()) {
            var code = codes.get(one.code());
            var known =
                    code == null ? one.retired(newest.isPresent() ? newest.getAsInt() : null) : one.describedBy(code);
            listed.put(one.code(), known);
        }
        official.forEach(code -> listed.putIfAbsent(code.code(), Diagnosis.of(code)));
        return new Diagnoses(listed);
    }

    /** Returns all, also retired ones, which records of earlier days name. */
    public List<Diagnosis> diagnoses() {
        return diagnoses;
    }

    /** Returns the diagnosis with this code. */
    public Optional<Diagnosis> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * Returns the diagnoses that may be chosen and have all typed words in their code, description or search words; a code
     * may be typed without its dot.
     *
     * @param isPregnant whether those of a pregnancy come first, as ICD-10-CM sequences them
     */
    public Stream<Diagnosis> search(String typed, boolean isPregnant) {
        var words = words(typed);
        return isPregnant
                ? Stream.concat(
                        found(words).filter(Diagnosis::isOfPregnancy),
                        found(words).filter(one -> !one.isOfPregnancy()))
                : found(words);
    }

    private Stream<Diagnosis> found(List<String> words) {
        return diagnoses.stream().filter(one -> one.retiredIn() == null && hasAll(one, words));
    }

    /** Returns codes in the order of a record: those of a pregnancy first, the others as they were chosen. */
    public static List<String> inOrder(List<String> codes) {
        var ordered = new ArrayList<>(codes);
        ordered.sort(Comparator.comparing(code -> !Diagnosis.isOfPregnancy(code)));
        return List.copyOf(ordered);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean hasAll(Diagnosis diagnosis, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        var text = diagnosis.searched();
        return words.stream().allMatch(text::contains);
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

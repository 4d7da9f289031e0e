package io.plumbline.patients.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Evidence for or against two patients being the same person; the names are stored. */
public enum DuplicateReason {
    PHONE,
    EMAIL,
    /** Every word of the one name is in the other. */
    NAME,
    NAME_BY_SOUND,
    BIRTH_DATE,
    /** Another birth date of the same year. */
    BIRTH_YEAR,
    BIRTH_NOT_KNOWN,
    OTHER_BIRTH_DATE;

    private static final Set<DuplicateReason> NAMES = Set.of(NAME, NAME_BY_SOUND);
    private static final Set<DuplicateReason> CONTACTS = Set.of(PHONE, EMAIL);

    /** Returns whether one who adds a patient should look at the other first. */
    static boolean isWorthAHint(Set<DuplicateReason> reasons) {
        return hasOne(reasons, CONTACTS)
                || (reasons.contains(NAME) && !reasons.contains(OTHER_BIRTH_DATE))
                || (reasons.contains(NAME_BY_SOUND) && reasons.contains(BIRTH_DATE));
    }

    /**
     * Returns whether two patients are probably the same person: the same birth date with a name or a contact in common,
     * or a name and a contact unless the birth dates are of different years. A shared phone alone is a household; a name
     * alone, even with a year of birth, is shared by many.
     */
    static boolean areProbable(Set<DuplicateReason> reasons) {
        var isNamed = hasOne(reasons, NAMES);
        var isReached = hasOne(reasons, CONTACTS);
        return (reasons.contains(BIRTH_DATE) && (isNamed || isReached))
                || (isNamed && isReached && !reasons.contains(OTHER_BIRTH_DATE));
    }

    /**
     * Returns whether something speaks for one person now that did not before. That a name is the same and that it sounds
     * alike is the same evidence, and another birth date is none, however close it is.
     */
    public static boolean isMore(Set<DuplicateReason> before, Set<DuplicateReason> now) {
        return Set.of(PHONE, EMAIL, BIRTH_DATE).stream()
                        .anyMatch(reason -> now.contains(reason) && !before.contains(reason))
                || (hasOne(now, NAMES) && !hasOne(before, NAMES));
    }

    private static boolean hasOne(Set<DuplicateReason> reasons, Set<DuplicateReason> some) {
        return reasons.stream().anyMatch(some::contains);
    }

    /** Returns the evidence in words, such as <em>Same phone number, same name and birth date</em>. */
    public static String words(Set<DuplicateReason> reasons) {
        var words = new ArrayList<String>();
        if (reasons.contains(PHONE)) {
            words.add("same phone number");
        }
        if (reasons.contains(EMAIL)) {
            words.add("same e-mail");
        }
        if (reasons.contains(NAME) && reasons.contains(BIRTH_DATE)) {
            words.add("same name and birth date");
        } else if (reasons.contains(NAME) && reasons.contains(BIRTH_YEAR)) {
            words.add("same name and year of birth");
        } else {
            words.addAll(apart(reasons));
        }
        var line = String.join(", ", words);
        return line.isEmpty() ? line : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private static List<String> apart(Set<DuplicateReason> reasons) {
        return EnumSet.allOf(DuplicateReason.class).stream()
                .filter(reasons::contains)
                .flatMap(reason -> switch (reason) {
                    case PHONE, EMAIL -> List.<String>of().stream();
                    case NAME -> List.of("same name").stream();
                    case NAME_BY_SOUND -> List.of("name sounds alike").stream();
                    case BIRTH_DATE -> List.of("same birth date").stream();
                    case BIRTH_YEAR -> List.of("same year of birth").stream();
                    case BIRTH_NOT_KNOWN -> List.of("birth date not known").stream();
                    case OTHER_BIRTH_DATE -> List.of("different birth date").stream();
                })
                .toList();
    }
}

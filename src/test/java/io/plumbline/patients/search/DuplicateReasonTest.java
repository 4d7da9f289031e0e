package io.plumbline.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which evidence makes two patients probably one person, which is worth a hint, and how it reads. */
class DuplicateReasonTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            NAME BIRTH_DATE                  | true  | true  | Same name and birth date
            NAME_BY_SOUND BIRTH_DATE         | true  | true  | Name sounds alike, same birth date
            PHONE BIRTH_DATE                 | true  | true  | Same phone number, same birth date
            EMAIL BIRTH_DATE                 | true  | true  | Same e-mail, same birth date
            PHONE NAME BIRTH_NOT_KNOWN       | true  | true  | Same phone number, same name, birth date not known
            EMAIL NAME_BY_SOUND BIRTH_YEAR   | true  | true  | Same e-mail, name sounds alike, same year of birth
            PHONE EMAIL NAME BIRTH_DATE      | true  | true  | Same phone number, same e-mail, same name and birth date
            PHONE NAME OTHER_BIRTH_DATE      | false | true  | Same phone number, same name, different birth date
            PHONE                            | false | true  | Same phone number
            PHONE EMAIL                      | false | true  | Same phone number, same e-mail
            NAME BIRTH_YEAR                  | false | true  | Same name and year of birth
            NAME BIRTH_NOT_KNOWN             | false | true  | Same name, birth date not known
            NAME OTHER_BIRTH_DATE            | false | false | Same name, different birth date
            NAME_BY_SOUND BIRTH_YEAR         | false | false | Name sounds alike, same year of birth
            BIRTH_DATE                       | false | false | Same birth date""")
    void aHouseholdOrAFrequentNameIsNoDuplicate(String names, boolean probable, boolean hinted, String words) {
        var reasons = reasons(names);
        assertThat(DuplicateReason.areProbable(reasons)).isEqualTo(probable);
        assertThat(DuplicateReason.isWorthAHint(reasons)).isEqualTo(hinted);
        assertThat(DuplicateReason.words(reasons)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource(delimiter = '|', textBlock = """
            NAME BIRTH_DATE            | PHONE NAME BIRTH_DATE      | true
            PHONE NAME BIRTH_DATE      | EMAIL NAME BIRTH_DATE      | true
            PHONE BIRTH_DATE           | PHONE NAME BIRTH_DATE      | true
            PHONE BIRTH_DATE           | PHONE NAME_BY_SOUND BIRTH_DATE | true
            PHONE NAME BIRTH_NOT_KNOWN | PHONE NAME BIRTH_DATE      | true
            PHONE NAME BIRTH_NOT_KNOWN | PHONE NAME BIRTH_YEAR      | false
            PHONE NAME BIRTH_YEAR      | PHONE NAME BIRTH_NOT_KNOWN | false
            PHONE NAME BIRTH_DATE      | PHONE BIRTH_DATE           | false
            NAME BIRTH_DATE            | NAME_BY_SOUND BIRTH_DATE   | false
            NAME_BY_SOUND BIRTH_DATE   | NAME BIRTH_DATE            | false""")
    void onlyWhatSpeaksForOnePersonIsNewEvidence(String before, String now, boolean more) {
        assertThat(DuplicateReason.isMore(reasons(before), reasons(now))).isEqualTo(more);
    }

    private static Set<DuplicateReason> reasons(String names) {
        return Arrays.stream(names.split(" "))
                .map(DuplicateReason::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DuplicateReason.class)));
    }
}

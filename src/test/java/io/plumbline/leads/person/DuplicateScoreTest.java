package io.plumbline.leads.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.duplicates.DuplicateSearchService;
import io.plumbline.leads.person.DuplicateScore.Person;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateScoreTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Anand Mehta   | +4915550100142 | a@x.example  | Anand Mehta    | +4915550100142 | A@X.example | 100 | same phone, same e-mail, same name | false
            Anand Mehta   | +4915550100142 |              | Mehta, Anand   | +4915550100142 |             | 90  | same phone, same name              | false
            Anand Mehta   | +4915550100142 |              | A. Mehta       | +4915550100142 | a@x.example | 75  | same phone, name sounds alike      | false
            Anand Mehta   | +4915550100142 |              | Lea Brandt     | +4915550100142 |             | 50  | same phone, other name             | true
            Anand Mehta   | +4915550100142 | a@x.example  | Lea Brandt     | +4915550100142 | a@x.example | 100 | same phone, same e-mail            | false
            Anand Mehta   | +4915550100142 |              | Anand Mehta    | +4915550100143 |             | 40  | same name                          | false
            José Müller   |                | j@x.example  | Jose Mueller   |                | j@x.example | 75  | same e-mail, name sounds alike     | false
            Catherine Lee |                |              | Kathryn Lee    |                |             | 25  | name sounds alike                  | false
            Jon Smith     |                |              | John Smyth     |                |             | 25  | name sounds alike                  | false
            Stephen Hardy |                |              | Stephan Hardey |                |             | 25  | name sounds alike                  | false
            Anna          |                |              | Anna           |                |             | 25  | name sounds alike                  | false
            Анна Петрова  |                |              | Петрова Анна   |                |             | 40  | same name                          | false
            Anna Keller   |                |              | Peter Novak    |                |             | 0   | ''                                 | false
            Anna Keller   | +4915550100142 |              | Anna           | +4915550100142 |             | 50  | same phone, other name             | true
            """)
    void scoresSharedDetailsAndNamesThem(
            String name,
            @Nullable String phone,
            @Nullable String email,
            String otherName,
            @Nullable String otherPhone,
            @Nullable String otherEmail,
            int points,
            String reasons,
            boolean isHousehold) {
        var one = person(name, phone, email);
        var other = person(otherName, otherPhone, otherEmail);
        var score = DuplicateScore.of(one, other);
        assertThat(score.points()).isEqualTo(points);
        assertThat(score.words()).isEqualTo(reasons);
        assertThat(score.isHousehold()).isEqualTo(isHousehold);
        assertThat(DuplicateScore.of(other, one)).isEqualTo(score);
    }

    /** So leads and patients of other clinics are not asked for by the sound of a name. */
    @Test
    void onlyASharedPhoneOrEmailStartsASearchAcrossClinics() {
        var named = person("Anand Mehta", null, null);
        assertThat(DuplicateScore.of(named, named).points()).isLessThan(DuplicateSearchService.WORTH_A_LOOK);
        var called = person("", "+4915550100142", null);
        assertThat(DuplicateScore.of(called, called).points())
                .isGreaterThanOrEqualTo(DuplicateSearchService.WORTH_A_LOOK);
        var written = person("", null, "a@x.example");
        assertThat(DuplicateScore.of(written, written).points())
                .isGreaterThanOrEqualTo(DuplicateSearchService.WORTH_A_LOOK);
    }

    private static Person person(String name, @Nullable String phone, @Nullable String email) {
        return new Person(
                name, phone == null ? null : new PhoneNumber(phone), email == null ? null : new EmailAddress(email));
    }
}

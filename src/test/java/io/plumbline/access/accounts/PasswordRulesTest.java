package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "four words side by side",
                "gartenzaun im regen",
                "        8 blanks around        ",
                "łódź-ñandú-日本語",
                "🙂🙃🙂🙃😀😁",
                "kjw0vqpz",
                "blackjack 83 920 417",
                "13 years with Tom"
            })
    void aPasswordMayHaveAnyCharacters(String password) {
        assertThatNoException().isThrownBy(() -> PasswordRules.check(password, "tom.eriksen", "Tom Eriksen"));
    }

    @ParameterizedTest
    @CsvSource({"1, 7, false", "1, 8, true", "1, 128, true", "1, 129, false", "2, 64, true", "2, 65, false"})
    void aPasswordHas8To128Characters(int size, int count, boolean isTaken) {
        var password = (size == 1 ? "xyzw bca" : "🙂🙃😀😁").repeat(20).substring(0, size * count);
        if (isTaken) {
            assertThatNoException().isThrownBy(() -> PasswordRules.check(password));
        } else {
            assertThatThrownBy(() -> PasswordRules.check(password)).hasMessageContaining("8 to 128");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1!",
                "PASSWORD2026",
                "qwertyuiop",
                "QwErTyUiOp123",
                "12345678",
                "87654321",
                "aaaaaaaaaa",
                "abababab",
                "abcdefgh",
                "hgfedcba",
                "iloveyou!!",
                "letmein2026",
                "Plumbline1",
                "massage123",
                "liverpool",
                "Slipknot!",
                "blackjack2026",
                "Cocacola 1"
            })
    void aCommonPasswordIsRefused(String password) {
        refused(password, "This password is too common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom.eriksen", "Tom Eriksen", "tomeriksen1", "eriksen!2026", "Eriksen7", "xxeriksen"})
    void theUsersOwnNameIsRefusedAsPassword(String password) {
        refused(password, "your own name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbourstreet", "Harbour Street", "HarbourStreet26!", "harbour street 1"})
    void aClinicNameIsRefusedAsPassword(String password) {
        assertThatThrownBy(() -> PasswordRules.check(password, "tom.eriksen", "Tom Eriksen", "Harbour Street"))
                .hasMessageContaining("a clinic's");
    }

    private static void refused(String password, String why) {
        assertThatThrownBy(() -> PasswordRules.check(password, "tom.eriksen", "Tom Eriksen"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(AccountField.PASSWORD))
                .hasMessageContaining(why);
    }
}

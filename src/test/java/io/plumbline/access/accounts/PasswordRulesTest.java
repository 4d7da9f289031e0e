package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.plumbline.shared.Refused;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final int COMMONEST = 3_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four words side by side",
                "gartenzaun im regen",
                "       15 blanks around        ",
                "łódź-ñandú-日本語-köyhä",
                "🙂🙃😀😁🦔🌵🎻🧭🪁🫖🧵🪵🦑🧄🚲",
                "kjw0vqpzk4xhtw9",
                "blackjack 83 920 417",
                "thirteen years with a cello"
            })
    void aPasswordMayHaveAnyCharacters(String password) {
        assertThatNoException().isThrownBy(() -> check(password));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 14, false",
        "false, 15, true",
        "true, 11, false",
        "true, 12, true",
        "false, 128, true",
        "false, 129, false",
        "true, 129, false"
    })
    void theMinimumLengthDependsOnTheSecondFactor(boolean hasSecondFactor, int length, boolean isTaken) {
        var password = "vq7kz!mw4ntxr2pgd".concat("wx9 ".repeat(40)).substring(0, length);
        if (isTaken) {
            assertThatNoException().isThrownBy(() -> PasswordRules.check(password, hasSecondFactor));
        } else {
            assertThatThrownBy(() -> PasswordRules.check(password, hasSecondFactor))
                    .hasMessageContaining(hasSecondFactor ? "12 to 128" : "15 to 128");
        }
    }

    @Test
    void aCharacterOfTwoCodeUnitsCountsOnce() {
        var fourteen = "🙂🙃😀😁🦔🌵🎻🧭🪁🫖🧵🪵🦑🧄";
        assertThat(fourteen.length()).isEqualTo(28);
        refused(fourteen, "15 to 128");
    }

    /** The list of the library has 229 of twelve characters or more; the words below are made of its commonest. */
    @Test
    void everyLeakedPasswordThatIsLongEnoughIsRefused() throws IOException {
        var longEnough = leaked().stream()
                .filter(password -> password.length() >= PasswordRules.SHORTEST_WITH_SECOND_FACTOR)
                .toList();
        assertThat(longEnough).hasSizeGreaterThan(200);
        assertThat(longEnough).allSatisfy(password -> {
            assertThatThrownBy(() -> PasswordRules.check(password, true)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> PasswordRules.check(password, false)).isInstanceOf(Refused.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"twice", "with digits in a row", "with a year and a mark"})
    void the3000CommonestLeakedPasswordsMadeLongEnoughAreRefused(String how) throws IOException {
        var made = leaked().stream()
                .map(password -> longer(password, how))
                .filter(password -> password.length() >= PasswordRules.SHORTEST)
                .limit(COMMONEST)
                .toList();
        assertThat(made).hasSizeGreaterThan(200);
        assertThat(made.stream().filter(PasswordRulesTest::isTaken)).isEmpty();
    }

    private static String longer(String password, String how) {
        return switch (how) {
            case "twice" -> password.repeat(Math.ceilDiv(PasswordRules.SHORTEST, password.length()));
            case "with digits in a row" -> password + "123456789";
            case "with a year and a mark" -> password + "2026!";
            default -> throw new IllegalArgumentException(how);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password12345678!",
                "qwertyuiopasdfghj",
                "QwErTyUiOp12345678",
                "123456789012345678",
                "aaaaaaaaaaaaaaaaaaa",
                "abababababababababab",
                "abcdefghijklmnopqrst",
                "tsrqponmlkjihgfedcba",
                "iloveyouiloveyou!!",
                "letmeinletmein2026",
                "passwordstandard2026",
                "Plumbline plumbline 1",
                "liverpoolliverpool"
            })
    void aCommonOrGuessablePasswordIsRefused(String password) {
        refused(password, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tom.eriksen@2026-2026",
                "Tom Eriksen 20262026",
                "tomeriksentomeriksen",
                "eriksen!eriksen!2026",
                "harbourstreet20262026",
                "Harbour Street Harbour",
                "PlumblinePlumbline1"
            })
    void aPasswordOfTheUsersOwnNameAClinicsOrTheProductsIsRefused(String password) {
        refused(password, "");
    }

    @ParameterizedTest
    @CsvSource({
        "xx tom.eriksen@example, your own name",
        "lakeside-blue-kayak, ",
    })
    void aNameIsRefusedOnlyIfLittleElseIsInThePassword(String password, String why) {
        var about = new String[] {"xx tom.eriksen@exampl", "Blue"};
        if (why == null) {
            assertThatNoException().isThrownBy(() -> PasswordRules.check(password, false, about));
        } else {
            assertThatThrownBy(() -> PasswordRules.check(password, false, about))
                    .hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "liverpoolliverpool, it repeats itself",
        "qwertyuioasdfghjkl, rows of keys",
        "jennifermichelle, names",
        "congratulations!, common words"
    })
    void aRefusalSaysWhyAPasswordIsEasyToGuess(String password, String why) {
        refused(password, why);
    }

    @Test
    void aLongPasswordIsEstimatedInLittleTime() {
        var slow = IntStream.range(0, 64).mapToObj(i -> "4@").reduce("", String::concat);
        assertThat(slow).hasSize(PasswordRules.LONGEST);
        var since = processorTime();
        assertThat(isTaken(slow)).isFalse();
        assertThat(processorTime().minus(since))
                .as("of this thread: what else the machine does is not counted")
                .isLessThan(Duration.ofSeconds(5));
    }

    private static Duration processorTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static List<String> leaked() throws IOException {
        return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
    }

    private static void check(String password) {
        PasswordRules.check(password, false, "tom.eriksen", "Tom Eriksen", "Harbour Street");
    }

    private static boolean isTaken(String password) {
        try {
            PasswordRules.check(password, false);
            return true;
        } catch (Refused tooEasy) {
            return false;
        }
    }

    private static void refused(String password, String why) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(AccountField.PASSWORD))
                .hasMessageContaining(why);
    }
}

package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup key may be 64 hexadecimal digits or an identity of the age format. */
class BackupKeyTest {
    @Test
    void aKeyReadFromItsIdentityIsTheSame() throws Exception {
        var key = BackupKey.generate();
        var read = BackupKey.of(" " + key.identity() + "\n");
        assertThat(read.recipient()).isEqualTo(key.recipient()).startsWith("age1");
        assertThat(read.identity()).isEqualTo(key.identity()).startsWith("AGE-SECRET-KEY-1");
    }

    @Test
    void hexadecimalDigitsAreAKeyToo() throws Exception {
        var alice = BackupKey.of("77076d0a7318a57d3c16c17251b26645df1f1a5b0e2e4a8bbd3b2a1d9e8f0c2a");
        assertThat(BackupKey.of(alice.identity()).recipient()).isEqualTo(alice.recipient());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "swordfish", "AGE-SECRET-KEY-1", "age1qqq", "zz"})
    void anythingElseIsRefusedWithoutRepeatingIt(String given) {
        assertThatThrownBy(() -> BackupKey.of(given))
                .isInstanceOf(BackupProblem.class)
                .hasMessage("This is no key of a backup, which is 64 hexadecimal digits, or an identity of the age"
                        + " format, which begins with AGE-SECRET-KEY-1.");
    }

    @Test
    void nothingPrintsTheSecret() {
        var key = BackupKey.generate();
        assertThat(key).hasToString(key.recipient());
    }
}

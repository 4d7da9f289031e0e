package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.StateTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountStatusTest {
    static Stream<Arguments> cells() {
        return StateTable.of(AccountStatus.class, """
                          INV    ACT    SWITCHED_OFF
            INVITED       -      yes    yes
            ACTIVE        -      -      yes
            SWITCHED_OFF  yes    yes    -
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void allowsOnlyTheTransitionsOfTheStateTable(AccountStatus from, AccountStatus to, String answer) {
        assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
    }
}

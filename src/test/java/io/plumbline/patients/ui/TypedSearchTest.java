package io.plumbline.patients.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.DateOrder;
import io.plumbline.shared.TypedDay;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What was typed to search for a patient who is not there becomes the first fields of the new one. */
class TypedSearchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void eightDigitsAreABirthDateWhereNoPhoneNumberHasEight() {
        var there = TypedSearch.asDraft("ana vidal 04121980", "US", new TypedDay(DateOrder.MONTH_FIRST, TODAY));
        assertThat(there.name()).isEqualTo("Ana Vidal");
        assertThat(there.birthDate()).isEqualTo("1980-04-12");
        assertThat(there.phone()).isNull();

        var denmark = TypedSearch.asDraft("ana vidal 20101980", "DK", new TypedDay(DateOrder.DAY_FIRST, TODAY));
        assertThat(denmark.birthDate()).isNull();
        assertThat(denmark.phone()).hasToString("+4520101980");
    }
}

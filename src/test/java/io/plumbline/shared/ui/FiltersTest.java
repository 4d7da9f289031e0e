package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiltersTest {
    enum Choice {
        ALL,
        NOT_BOOKED
    }

    @ParameterizedTest
    @EnumSource
    void aChoiceComesBackFromItsAddress(Choice choice) {
        var address = new Location("plans?only=" + Filters.inAddress(choice));
        assertThat(Filters.of(address, "only", Choice.class)).contains(choice);
    }

    @ParameterizedTest
    @CsvSource({"plans", "plans?only=", "plans?only=NOT_BOOKED", "plans?only=gone", "plans?other=all"})
    void whatNamesNoChoiceFiltersNothing(String address) {
        assertThat(Filters.of(new Location(address), "only", Choice.class)).isEmpty();
    }
}

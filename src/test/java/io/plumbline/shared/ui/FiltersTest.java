package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
    void aChoiceIsReadBackFromItsAddress(Choice choice) {
        var address = new Location("plans?only=" + Filters.inAddress(choice));
        assertThat(Filters.of(address, "only", Choice.class)).contains(choice);
    }

    @Test
    void aChoiceInAnOlderLinkIsUnderstood() {
        var address = new Location("exercises?only=NOT_BOOKED");
        assertThat(Filters.of(address, "only", Choice.class)).contains(Choice.NOT_BOOKED);
    }

    @Test
    void theAddressContainsOnlyTheChosenFilters() {
        var chosen = new HashMap<String, @Nullable Object>();
        chosen.put("q", "plank");
        chosen.put("only", Choice.NOT_BOOKED);
        chosen.put("dose", "");
        chosen.put("area", null);
        assertThat(Filters.query(chosen).getParameters())
                .isEqualTo(Map.of("only", List.of("not-booked"), "q", List.of("plank")));
    }

    @ParameterizedTest
    @CsvSource({"plans", "plans?only=", "plans?only=gone", "plans?other=all"})
    void anUnknownChoiceFiltersNothing(String address) {
        assertThat(Filters.of(new Location(address), "only", Choice.class)).isEmpty();
    }
}

package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a person sees dates and times. */
@StoreTest
class DisplayServiceTest extends AccountTestSteps {
    @Autowired
    DisplayService display;

    @Test
    void datesFollowTheCountryOfTheClinicUntilTheUserChoosesOtherwise() {
        var abroad = staff.as("system", () -> clinics.create(clinic("abroad", "DE")));
        var manager = new Person(group.account("abroad", Role.MANAGER, abroad), staff.username("abroad"), "");
        try {
            assertThat(signIn(manager, TestGroup.PASSWORD).formats()).isEqualTo(DisplayFormats.of("DE"));
            assertThat(signIn(active(Role.FRONT_DESK, group.west), PASSWORD).formats())
                    .isEqualTo(DisplayFormats.of("US"));
            assertThat(signIn(active(Role.FRONT_DESK, group.west, abroad), PASSWORD)
                            .formats())
                    .as("in two countries no date has two meanings")
                    .isEqualTo(DisplayFormats.INTERNATIONAL);

            var choice = new DisplayChoice(HourCycle.TWELVE, null, DayOfWeek.SATURDAY);
            staff.doAs(
                    manager.username(), () -> display.choose(display.findMine().version(), choice));
            assertThat(signIn(manager, TestGroup.PASSWORD).formats())
                    .isEqualTo(new DisplayFormats(DateOrder.DAY_FIRST, HourCycle.TWELVE, DayOfWeek.SATURDAY));
            assertThat(staff.as(manager.username(), display::findMine).choice()).isEqualTo(choice);
            assertThat(kindsOf(manager.id())).last().isEqualTo("account.display-chosen");
            assertThat(detailOfLast(manager.id())).isEqualTo("TWELVE, SATURDAY");
        } finally {
            staff.doAs(manager.username(), () -> {
                var setup = clinics.setup(abroad).orElseThrow();
                clinics.change(abroad, setup.details().version(), clinic("abroad", "US"), setup.offer());
            });
        }
    }

    @Test
    void displaySettingsApplyAtOnceAndOnlyToTheirOwner() {
        var desk = active(Role.FRONT_DESK, group.west);
        var other = active(Role.FRONT_DESK, group.west);
        var before = staff.as(desk.username(), display::findMine);
        var formats = staff.as(desk.username(), () -> {
            display.choose(before.version(), new DisplayChoice(null, DateOrder.YEAR_FIRST, null));
            return CurrentUser.current().formats();
        });
        assertThat(formats.order()).as("in the running session").isEqualTo(DateOrder.YEAR_FIRST);
        assertThat(formats.hours()).as("as in the country").isEqualTo(HourCycle.TWELVE);
        assertThat(staff.as(other.username(), display::findMine).choice()).isEqualTo(DisplayChoice.NONE);
        assertThatThrownBy(
                        () -> staff.doAs(desk.username(), () -> display.choose(before.version(), DisplayChoice.NONE)))
                .as("changed in the meantime")
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as(desk.username(), display::findMine).choice().order())
                .isEqualTo(DateOrder.YEAR_FIRST);
    }

    @Test
    void addingAFirstClinicAbroadAppliesItsFormatsAtOnce() {
        group.account("founderabroad", Role.MANAGER);
        staff.doAs("founderabroad", () -> {
            var added = clinics.create(clinic("foundedabroad", "GB"));
            try {
                assertThat(CurrentUser.current().formats()).isEqualTo(DisplayFormats.of("GB"));
            } finally {
                var setup = clinics.setup(added).orElseThrow();
                clinics.change(added, setup.details().version(), clinic("foundedabroad", "US"), setup.offer());
            }
        });
    }

    private String detailOfLast(StaffId account) {
        return jdbc.sql(
                        "select detail from audit_event where kind not like 'content.%' and subject = ? order by id desc limit 1")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .single();
    }
}
